import type { RuleCertificate, RuleCertificatePage } from "@suzheng/api-contract";
import { apiPaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { usePages } from "../api/use-pages.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { CertificateRow } from "../search/certificate-row.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { useRuleWords } from "./use-rule-words.ts";
import type { ShownVersion } from "./version/shown-version.ts";

type ListedProps = { path: string; page: RuleCertificatePage; rule: ShownVersion };

function Listed(props: ListedProps) {
  const { t } = useWords();
  const words = useRuleWords();
  const pages = usePages<RuleCertificate>(props.path);
  const items = pages.items.length > 0 ? pages.items : props.page.items;
  if (items.length === 0) {
    const isRead = props.page.itemCodes.length > 0;
    return <p class="absent">{isRead ? words.noCertificates : words.itemsNotRead}</p>;
  }
  const noteOn = ({ judgedBy }: RuleCertificate): string => {
    if (props.rule.filed) return "";
    if (judgedBy === null) return words.notJudged;
    return judgedBy === props.rule.version ? words.judgedHere : words.judgedByOther(judgedBy);
  };
  return (
    <>
      <ul class="rows">
        {items.map((item) => (
          <CertificateRow key={item.number} certificate={item} note={noteOn(item)} />
        ))}
      </ul>
      {pages.hasMore && (
        <button type="button" class="button button-quiet" onClick={pages.more}>
          {t.shell.more}
        </button>
      )}
    </>
  );
}

/** Certificates under the version, with the convention that says which these are. */
export function RuleCertificates(props: { rule: ShownVersion }) {
  const { language } = useWords();
  const words = useRuleWords();
  const path = apiPaths.ruleCertificates(props.rule.name, props.rule.version);
  const answer = useAnswer<RuleCertificatePage>(path);
  return (
    <section aria-labelledby="issued-title">
      <h2 id="issued-title">{words.certificates}</h2>
      <ForAnswer answer={answer} lines={4}>
        {(page) => (
          <>
            <p class="small">{pick(page.convention, language)}</p>
            <Listed path={path} page={page} rule={props.rule} />
          </>
        )}
      </ForAnswer>
    </section>
  );
}
