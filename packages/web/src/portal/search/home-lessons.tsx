import { useState } from "preact/hooks";
import { pagePaths } from "../api/paths.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { forgetLookups, recentLookups } from "./recent-lookups.ts";

function Recent() {
  const { t } = useWords();
  const [lookups, setLookups] = useState(recentLookups);
  if (lookups.length === 0) return null;
  const forget = () => {
    forgetLookups();
    setLookups([]);
  };
  return (
    <section aria-labelledby="recent-title" class="recent">
      <h2 id="recent-title">{t.search.recent}</h2>
      <ul class="rows">
        {lookups.map((lookup) => (
          <li key={lookup.number}>
            <Go to={pagePaths.certificate(lookup.number)} class="row">
              <span class="row-title">
                <Recorded text={lookup.holderName} />
              </span>
              <span class="number small">{lookup.number}</span>
            </Go>
          </li>
        ))}
      </ul>
      <p class="small">
        {t.search.recentNote} ·{" "}
        <button type="button" class="linklike" onClick={forget}>
          {t.search.forget}
        </button>
      </p>
    </section>
  );
}

/** What a visitor can expect, in place of an empty page. */
export function HomeLessons() {
  const { t } = useWords();
  const lessons = [
    [t.search.learnAnswer, t.search.learnAnswerText],
    [t.search.learnTrace, t.search.learnTraceText],
    [t.search.learnProof, t.search.learnProofText],
  ];
  return (
    <>
      <Recent />
      <section aria-labelledby="learn-title" class="lessons">
        <h2 id="learn-title">{t.search.learnTitle}</h2>
        <dl>
          {lessons.map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Go to="/about">{t.shell.about}</Go>
        </p>
      </section>
    </>
  );
}
