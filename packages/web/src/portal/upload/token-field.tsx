import { useState } from "preact/hooks";
import { useWords } from "../language/use-language.tsx";

export function TokenField(props: { token: string; onToken: (token: string) => void }) {
  const { t } = useWords();
  const [seen, setSeen] = useState(false);
  return (
    <div class="find">
      <label for="token">{t.upload.token}</label>
      <div class="field">
        <input
          id="token"
          {...(seen ? { type: "text" } : { type: "password" })}
          value={props.token}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="token-hint"
          onInput={(event) => props.onToken(event.currentTarget.value.trim())}
        />
      </div>
      <p id="token-hint" class="small">
        {t.upload.tokenHint}
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={seen}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
        <span>{t.upload.tokenShow}</span>
      </label>
    </div>
  );
}
