import { beijingMinute } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import type { TrustList } from "./obtain.ts";
import { readTrust } from "./read-bundle.ts";

function sourceText(trust: TrustList, words: Words["verify"]): string {
  switch (trust.source.from) {
    case "site":
      return words.trustSite;
    case "copy":
      return words.trustCopy(beijingMinute(trust.source.at));
    case "file":
      return words.trustFile(trust.source.name);
  }
}

/** Which list of keys the verdict rests on, and where it came from. */
export function TrustPanel(props: { trust: TrustList | null; onSite: () => void }) {
  const { t } = useWords();
  const facts = props.trust && readTrust(props.trust.text);
  return (
    <section aria-labelledby="trust-title">
      <h2 id="trust-title">{t.verify.trustTitle}</h2>
      <p>{t.verify.trustNote}</p>
      {props.trust && facts ? (
        <dl class="facts">
          <div class="fact">
            <dt>{sourceText(props.trust, t.verify)}</dt>
            <dd>
              {t.verify.origin} <span class="code">{facts.origin}</span>
              {props.trust.source.from === "file" && (
                <>
                  {" "}
                  <button type="button" class="linklike" onClick={props.onSite}>
                    {t.verify.trustAgain}
                  </button>
                </>
              )}
            </dd>
          </div>
          <div class="fact">
            <dt>{t.verify.witnesses}</dt>
            <dd>
              {facts.witnesses.length === 0
                ? t.verify.noWitnesses
                : t.verify.quorum(facts.quorum, facts.witnesses.length)}
              {facts.witnesses.length > 0 && <p class="small code">{facts.witnesses.join(", ")}</p>}
            </dd>
          </div>
        </dl>
      ) : (
        <p class="absent">{t.verify.trustMissing}</p>
      )}
    </section>
  );
}
