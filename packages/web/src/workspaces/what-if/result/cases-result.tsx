/** @jsxImportSource react */

import type {
  WhatIfCase,
  WhatIfCaseFilter,
  WhatIfOutcome,
  WhatIfResult,
} from "@suzheng/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { Fragment, useEffect, useRef } from "react";
import { pagePaths } from "../../../portal/api/paths.ts";
import { ClauseName, Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import { casesFile, runPath, WHAT_IF_KEY, whatIf } from "../what-if-api.ts";
import { outcomeNames, words } from "../words.ts";
import { ClauseLink } from "./rule-links.tsx";

/** The acts behind the numbers; which ones is told by the address. */
export function CasesResult({ result }: { result: WhatIfResult }) {
  const { say, language } = useLanguage();
  const filter = useCaseFilter();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, read } = result;
  const isFiltered = Object.keys(filter).length > 0;
  const key = JSON.stringify(filter);
  useEffect(() => {
    // Who followed a number is brought to its cases, with eyes and with a screen reader.
    if (key !== "{}") heading.current?.focus();
  }, [key]);
  const query = useInfiniteQuery({
    queryKey: [...WHAT_IF_KEY, "cases", id, read, filter],
    queryFn: ({ pageParam }) => whatIf.cases({ run: id, filter, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <section aria-labelledby="cases">
      <h2 id="cases" tabIndex={-1} ref={heading}>
        {say(words.cases)}
      </h2>
      <div className="acts">
        <a href={casesFile(id, filter, language)} download>
          {say(words.csv)}
        </a>
        {isFiltered && (
          <>
            <FilterInWords filter={filter} result={result} />
            <Go to={runPath(id)}>{say(words.allCases)}</Go>
          </>
        )}
      </div>
      <ForQuery query={query}>
        {({ pages }) => <Cases cases={pages.flatMap(({ items }) => items)} result={result} />}
      </ForQuery>
      {query.hasNextPage && (
        <div className="acts">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What the address says; what is no filter there is left out. */
function useCaseFilter(): WhatIfCaseFilter {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const { institution, requirement, before, after } = search;
  return {
    ...(institution !== undefined && { institution }),
    ...(requirement !== undefined && { requirement }),
    ...(isOutcome(before) && { before }),
    ...(isOutcome(after) && { after }),
  };
}

const isOutcome = (text: string | undefined): text is WhatIfOutcome =>
  text !== undefined && Object.hasOwn(outcomeNames, text);

type Filtered = { filter: WhatIfCaseFilter; result: WhatIfResult };

function FilterInWords({ filter, result }: Filtered) {
  const { say } = useLanguage();
  const { institution, requirement, before, after } = filter;
  const found = result.requirements.find((one) => one.requirement === requirement);
  const parts = [
    institution && <Recorded text={result.names[institution] ?? institution} />,
    found && <ClauseName number={found.clause} word={words.clause} />,
    before && after && `${say(outcomeNames[before])} → ${say(outcomeNames[after])}`,
  ];
  return (
    <span className="small">
      {say(words.only)}{" "}
      {parts.filter(Boolean).map((part, place) => (
        // Parts have no name; their order does not change.
        <Fragment key={String(place)}>
          {place > 0 && " · "}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

function Cases({ cases, result }: { cases: readonly WhatIfCase[]; result: WhatIfResult }) {
  const { say } = useLanguage();
  const heads = [words.occurredOn, words.certificate, words.clause, words.flips, words.body];
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="unseen">{say(words.cases)}</caption>
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
          {cases.map((one) => (
            <Case key={`${one.institution} ${one.index} ${one.requirement}`} {...{ one, result }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Case({ one, result }: { one: WhatIfCase; result: WhatIfResult }) {
  const { say } = useLanguage();
  const { certificate, institution, index, clause, before, after, occurredOn } = one;
  const found = result.requirements.find(({ requirement }) => requirement === one.requirement);
  return (
    <tr>
      <td className="number">{occurredOn}</td>
      <td className="number">
        {certificate === null ? (
          say(words.plan)
        ) : (
          <a href={pagePaths.certificate(certificate)}>{certificate}</a>
        )}
      </td>
      <td>
        <ClauseLink subject={result.subject} clause={clause} /> {found && say(found.title)}
      </td>
      <td className="number">
        {say(outcomeNames[before])} → {say(outcomeNames[after])}
      </td>
      <td>
        <Recorded text={result.names[institution] ?? institution} />{" "}
        <span className="small">{say(words.logIndex(index))}</span>
      </td>
    </tr>
  );
}
