import type { Problem } from "@suzheng/api-contract";
import { apiPaths } from "../api/paths.ts";
import { beijingDate, beijingMinute } from "../dates/dates.ts";
import { pick } from "../language/language.ts";
import { BodyName } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { Go } from "../shell/go.tsx";
import { Icon } from "../shell/icon.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { DayChooser } from "./day-chooser.tsx";

type Meaning = { title: string; detail: string; ways: string[] };

/** The three meanings of "not found"; anything else is told in the server's own words. */
function meaningOf(code: string, words: Words["missing"]): Meaning | null {
  switch (code) {
    case "certificate-never-recorded":
      return {
        title: words.neverTitle,
        detail: words.neverDetail,
        ways: [words.neverWay1, words.neverWay2, words.neverWay3],
      };
    case "certificate-withheld":
      return {
        title: words.withheldTitle,
        detail: words.withheldDetail,
        ways: [words.withheldWay1, words.withheldWay2],
      };
    case "issuer-not-connected":
      return {
        title: words.notConnectedTitle,
        detail: words.notConnectedDetail,
        ways: [words.notConnectedWay1, words.notConnectedWay2],
      };
    case "certificate-not-yet-issued":
      return { title: words.notYetTitle, detail: words.notYetDetail, ways: [words.notYetWay1] };
    default:
      return null;
  }
}

type MissingProps = { number: string; problem: Problem; on: string | null };

export function MissingCertificate(props: MissingProps) {
  const { number, problem } = props;
  const { t, language } = useWords();
  const meaning = meaningOf(problem.code, t.missing) ?? {
    title: t.missing.otherTitle,
    detail: problem.detail ? pick(problem.detail, language) : t.shell.unreachableDetail,
    ways: problem.wayOut ? [pick(problem.wayOut, language)] : [],
  };
  usePageTitle(meaning.title);
  const today = beijingDate(new Date());
  return (
    <article>
      <header class="band band-unknown">
        <div class="narrow">
          <div class="verdict">
            <span class="verdict-icon">
              <Icon name="question" size={32} />
            </span>
            <h1 class="verdict-word verdict-long">{meaning.title}</h1>
          </div>
          <p class="verdict-meaning">{meaning.detail}</p>
          <dl class="key-facts">
            <div>
              <dt>{t.missing.asked}</dt>
              <dd class="number">{number}</dd>
            </div>
            {problem.issuer && (
              <div>
                <dt>{t.missing.issuer}</dt>
                <dd>
                  <BodyName body={problem.issuer} />{" "}
                  <span class="code">{problem.issuer.approvalNumber}</span>{" "}
                  {problem.issuer.connectedAt &&
                    t.missing.connectedAt(beijingMinute(problem.issuer.connectedAt))}
                </dd>
              </div>
            )}
          </dl>
          {props.on && <DayChooser on={props.on} today={today} ahead={props.on > today} />}
        </div>
      </header>
      <div class="narrow page">
        <h2>{t.missing.wayOut}</h2>
        <ol class="ways">
          {meaning.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ol>
        <p class="actions">
          <Go to={`/?q=${encodeURIComponent(number)}`} class="button">
            {t.shell.backToSearch}
          </Go>
          {problem.code === "certificate-never-recorded" && problem.issuer ? (
            <a class="button button-quiet" href={apiPaths.absence(number)} download>
              {t.missing.downloadAbsence}
            </a>
          ) : (
            <Go to="/verify" class="button button-quiet">
              {t.shell.verify}
            </Go>
          )}
          <Go to="/about#not-found">{t.about.notFoundTitle}</Go>
        </p>
        <p class="small">
          {problem.answeredAt && `${t.missing.answeredAt(beijingMinute(problem.answeredAt))} · `}
          {t.shell.code} {problem.code}
        </p>
      </div>
    </article>
  );
}
