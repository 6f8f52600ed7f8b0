/** @jsxImportSource react */
import type { WhatIfRequirement, WhatIfResult } from "@suzheng/api-contract";
import { useLanguage } from "../../language/use-language.tsx";
import { grouped, words } from "../words.ts";
import { FlipLink } from "./flip-link.tsx";
import { numbersOf } from "./requirement-numbers.ts";
import { ClauseLink } from "./rule-links.tsx";

/** By clause and requirement: what flips, what stays, and what could not be tried and why. */
export function RequirementsResult({ result }: { result: WhatIfResult }) {
  const { say } = useLanguage();
  const { requirements, subject } = result;
  const heads = [
    words.clause,
    words.flips,
    words.stayMet,
    words.stayNotMet,
    words.notApplicable,
    words.cannotTell,
  ];
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements">{say(words.byClause)}</h2>
      <p>{say(words.found(result.tried, result.flipped))}</p>
      <div className="table-frame">
        <table className="table what-if-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head.en}>
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {requirements.map((one) => (
              <tr key={one.requirement}>
                <th scope="row">
                  <ClauseLink subject={subject} clause={one.clause} /> {say(one.title)}
                </th>
                <Numbers one={one} run={result.id} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Explained />
    </section>
  );
}

function Numbers({ one, run }: { one: WhatIfRequirement; run: string }) {
  const { say } = useLanguage();
  if (one.outcomes.length === 0) {
    return <td colSpan={5}>{say(one.isRecorded ? words.noActs : words.notRecorded)}</td>;
  }
  const { flips, stayMet, stayNotMet, notApplicable, cannotTell } = numbersOf(one);
  return (
    <>
      <td data-label={say(words.flips)}>
        {flips.length === 0 ? "0" : null}
        <ul>
          {flips.map(({ before, after, acts }) => (
            <li key={`${before} ${after}`}>
              <FlipLink run={run} flip={{ requirement: one.requirement, before, after }} />{" "}
              {grouped(acts)}
            </li>
          ))}
        </ul>
      </td>
      <td data-label={say(words.stayMet)}>{grouped(stayMet)}</td>
      <td data-label={say(words.stayNotMet)}>{grouped(stayNotMet)}</td>
      <td data-label={say(words.notApplicable)}>{grouped(notApplicable)}</td>
      <td data-label={say(words.cannotTell)}>
        {grouped(cannotTell)}
        {cannotTell > 0 && <Missing one={one} />}
      </td>
    </>
  );
}

function Missing({ one }: { one: WhatIfRequirement }) {
  const { say } = useLanguage();
  if (one.missing.length === 0) return <div className="small">{say(words.noValue)}</div>;
  return (
    <ul className="small">
      {one.missing.map(({ fact, label, acts }) => (
        <li key={fact}>
          {say(words.missing)} {say(label)} {grouped(acts)}
        </li>
      ))}
    </ul>
  );
}

function Explained() {
  const { say } = useLanguage();
  return (
    <details>
      <summary>{say(words.howCounted)}</summary>
      <ul className="explained">
        {words.explained.map((text) => (
          <li key={text.en}>{say(text)}</li>
        ))}
      </ul>
    </details>
  );
}
