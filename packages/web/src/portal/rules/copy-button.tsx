import { useState } from "preact/hooks";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";

const COPIED_MS = 2000;

type CopyButtonProps = { text: () => string; label: string; isSmall?: boolean };

/** Copies a text and says so; left out where the browser has no clipboard. */
export function CopyButton(props: CopyButtonProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(props.text());
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  if (!navigator.clipboard) return null;
  const shown = <span aria-live="polite">{copied ? t.shell.copied : props.label}</span>;
  return (
    <button type="button" class={props.isSmall ? "linklike" : "button button-quiet"} onClick={copy}>
      {!props.isSmall && <Icon name="link" />} {shown}
    </button>
  );
}
