/** @jsxImportSource react */

import type { WhatIfResult } from "@suzheng/api-contract";
import { useParams } from "@tanstack/react-router";
import { pagePaths } from "../../../portal/api/paths.ts";
import { ClauseName, Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { grouped, words } from "../words.ts";
import { FlipLink } from "./flip-link.tsx";

type Bodies = Pick<WhatIfResult, "counts" | "names" | "requirements">;

/** By body: which clauses flip there, the body with most first. */
export function BodiesResult({ counts, names, requirements }: Bodies) {
  const { say } = useLanguage();
  const { run = "" } = useParams({ strict: false }) as { run?: string };
  const titles = new Map(requirements.map((one) => [one.requirement, say(one.title)]));
  const byBody = [...Map.groupBy(counts, ({ institution }) => institution)]
    .map(([body, flips]) => ({
      body,
      flips,
      total: flips.reduce((sum, { acts }) => sum + acts, 0),
    }))
    .sort((one, other) => other.total - one.total);
  return (
    <section aria-labelledby="bodies">
      <h2 id="bodies">{say(words.byBody)}</h2>
      <ul className="rows" aria-label={say(words.byBody)}>
        {byBody.map(({ body, flips, total }) => (
          <li key={body}>
            <div className="row-main">
              <span>
                <a href={pagePaths.body(body)}>
                  <Recorded text={names[body] ?? body} />
                </a>{" "}
                <span className="small">{body}</span>
              </span>
              <ul>
                {flips.map(({ requirement, clause, before, after, acts }) => (
                  <li key={`${requirement} ${before} ${after}`}>
                    <ClauseName number={clause} word={words.clause} /> {titles.get(requirement)}{" "}
                    <FlipLink run={run} flip={{ institution: body, requirement, before, after }} />{" "}
                    {grouped(acts)}
                  </li>
                ))}
              </ul>
            </div>
            <strong>{say(words.flipsIn(total))}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
