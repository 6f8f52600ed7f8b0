/** @jsxImportSource react */
import type { SignInPage, SignInRecord } from "@suzheng/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { words as shellWords } from "../shell/words.ts";
import { browserName } from "./browser-name.ts";
import { meansNames, outcomeNames, words } from "./words.ts";

type SignInTable = { name: string; ask: (cursor: string | null) => Promise<SignInPage> };

/** Newest first, page by page. */
export function SignInTable({ name, ask }: SignInTable) {
  const { say } = useLanguage();
  const query = useInfiniteQuery({
    queryKey: [name],
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <ForQuery query={query}>
      {({ pages }) => {
        const records = pages.flatMap(({ items }) => items);
        if (records.length === 0) {
          return <Empty title={say(words.noSignIns)} way={say(words.noSignInsWay)} />;
        }
        return (
          <>
            <Records records={records} />
            {query.hasNextPage && (
              <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                {say(shellWords.more)}
              </Button>
            )}
          </>
        );
      }}
    </ForQuery>
  );
}

function Records({ records }: { records: readonly SignInRecord[] }) {
  const { say } = useLanguage();
  const hasPeople = records.some(({ account }) => account !== null);
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say(words.at)}</th>
            {hasPeople && <th scope="col">{say(words.who)}</th>}
            <th scope="col">{say(words.means)}</th>
            <th scope="col">{say(words.outcome)}</th>
            <th scope="col">{say(words.address)}</th>
            <th scope="col">{say(words.device)}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={`${record.at} ${record.outcome} ${record.account?.id} ${record.address}`}>
              <td className="number">{beijingMinute(record.at)}</td>
              {hasPeople && (
                <td>
                  <Recorded text={record.account?.name ?? record.account?.id ?? "–"} />
                </td>
              )}
              <td>{say(meansNames[record.means])}</td>
              <td>{say(outcomeNames[record.outcome])}</td>
              <td className="number">{record.address}</td>
              <td>{browserName(record.userAgent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
