/** @jsxImportSource react */
import type { WhatIfResult } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../language/use-language.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { WHAT_IF_KEY, whatIf } from "./what-if-api.ts";
import { outcomeNames, words } from "./words.ts";

export function WhatIfFound({ id }: { id: string }) {
  const query = useQuery({
    queryKey: [...WHAT_IF_KEY, "result", id],
    queryFn: () => whatIf.result(id),
  });
  return <ForQuery query={query}>{(result) => <Found result={result} />}</ForQuery>;
}

function Found({ result }: { result: WhatIfResult }) {
  const { say } = useLanguage();
  if (result.counts.length === 0) return <p>{say(words.nothing)}</p>;
  return (
    <>
      <h3>{say(words.counts)}</h3>
      <ul>
        {result.counts.map(({ institution, requirement, clause, before, after, acts }) => (
          <li key={`${institution} ${requirement} ${before} ${after}`}>
            {institution} · {say(words.clause)} {clause} · <code>{requirement}</code> ·{" "}
            {say(outcomeNames[before])} → {say(outcomeNames[after])} · {acts} {say(words.acts)}
          </li>
        ))}
      </ul>
      <h3>{say(words.cases)}</h3>
      <ul>
        {result.cases.map(({ institution, index, certificate, requirement, occurredOn, after }) => (
          <li key={`${institution} ${index} ${requirement}`}>
            {occurredOn}{" "}
            {certificate === null ? (
              `${institution} #${index}`
            ) : (
              <a href={`/c/${encodeURIComponent(certificate)}`}>{certificate}</a>
            )}{" "}
            <code>{requirement}</code> → {say(outcomeNames[after])}
          </li>
        ))}
      </ul>
    </>
  );
}
