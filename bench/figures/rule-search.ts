import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serveWithBareRoute } from "../bench-server.ts";
import { type Bench, count, ms, type Row, scaled } from "../figure.ts";
import { manyRules } from "../many-rules.ts";
import { percentile } from "../percentile.ts";
import { runLoad } from "../run-load.ts";

const CONNECTIONS = 4;
const SECONDS = 15;
const P99_MS = 100;
const TERMS_OF_A_KIND = 40;

type Kind = "common" | "two characters" | "three characters" | "four characters" | "no hits";
type Term = { kind: Kind | "filtered"; query: Record<string, string> };

const COMMON = ["认证", "审核", "记录", "证书", "监督审核", "不超过", "整改", "十二个月"];
/** Characters of clauses that meet in none; and one that is in no clause at all. */
const ABSENT = ["证认机构", "核审记录", "月个二十", "龘龘", "录记完整", "期有效届"];

const FILTERS: readonly Record<string, string>[] = [
  { on: "2026-01-01" },
  { on: "2019-06-01", category: "product" },
  { kind: "limit" },
  { field: "EMS", kind: "notice", on: "2026-01-01" },
  { issuer: "样例委员会7" },
  { category: "service", field: "A05" },
];

type Found = Awaited<ReturnType<typeof manyRules>>;

/** Terms of every kind alike, pieces of clauses that are really there. */
async function termsOf({ platform }: Found): Promise<Term[]> {
  const texts = await platform.database.query<{ text: string }>(
    `select text_zh as text from rule_search_wordings
     where rule like 'rule-%' order by md5(rule || clause) limit ${TERMS_OF_A_KIND}`,
  );
  const rare = (text: string, length: number) => {
    const end = [...text].indexOf("，");
    return [...text].slice(end - length, end).join("");
  };
  const nth = (list: readonly string[], i: number) => list[i % list.length] ?? "";
  return texts.flatMap(({ text }, i): Term[] => [
    { kind: "common", query: { q: nth(COMMON, i) } },
    { kind: "two characters", query: { q: rare(text, 2) } },
    { kind: "three characters", query: { q: rare(text, 3) } },
    { kind: "four characters", query: { q: rare(text, 4) } },
    { kind: "no hits", query: { q: nth(ABSENT, i) } },
    {
      kind: "filtered",
      query: { q: i % 2 === 0 ? nth(COMMON, i) : rare(text, 2), ...FILTERS[i % FILTERS.length] },
    },
  ]);
}

const line = (latencies: readonly number[]) =>
  `p50 ${ms(percentile(latencies, 0.5))}, p99 ${ms(percentile(latencies, 0.99))}`;

/** Search inside the text of rules over HTTP, kinds of terms in turn. */
export async function figure(bench: Bench): Promise<Row[]> {
  const filled = await manyRules(bench);
  const terms = await termsOf(filled);
  const folder = bench.platforms.folder();
  const pathsFile = join(folder, "rule-search-paths");
  const paths = terms.map(({ query }) => `/api/v1/rules/search?${new URLSearchParams(query)}`);
  writeFileSync(pathsFile, paths.join("\n"));
  const bareFile = join(folder, "bare-rule-search-path");
  writeFileSync(bareFile, "/bare\n");
  const server = await serveWithBareRoute(filled.platform);
  const sample = await fetch(`http://127.0.0.1:${server.port}${paths[0]}`);
  server.answerBare(await sample.text(), { "content-type": "application/json; charset=utf-8" });
  const asked = { port: server.port, pick: "in-turn", connections: CONNECTIONS } as const;
  const bare = await runLoad({ ...asked, pathsFile: bareFile, seconds: 2 });
  await runLoad({ ...asked, pathsFile, seconds: 3 });
  const found = await runLoad({ ...asked, pathsFile, seconds: scaled(bench, SECONDS, 3) });
  await server.close();
  const kinds = [...new Set(terms.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => {
    const own = found.latencies.filter((_, i) => terms[found.picked[i] ?? 0]?.kind === kind);
    return `${kind} (${count(own.length)}): ${line(own)}, max ${ms(percentile(own, 1))}`;
  });
  return [
    {
      figure: "rule-search",
      what: `words in clauses of ${filled.what}, ${CONNECTIONS} connections`,
      measured: `${line(found.latencies)}; ${count(found.latencies.length / found.seconds)}/s`,
      limit: `bare route ${line(bare.latencies)}`,
      target: `p99 < ${P99_MS} ms`,
      met: percentile(found.latencies, 0.99) < P99_MS,
      notes: byKind,
    },
  ];
}
