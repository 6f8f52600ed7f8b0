import type { Bench, Row } from "../figure.ts";
import { manyRules } from "../installations/many-rules.ts";
import { searchRow } from "../search-row.ts";

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

/** Search inside the text of rules over HTTP, kinds of terms in turn. */
export async function figure(bench: Bench): Promise<Row[]> {
  const filled = await manyRules(bench);
  const terms = await termsOf(filled);
  const row = await searchRow(bench, {
    figure: "rule-search",
    what: `words in clauses of ${filled.what}`,
    platform: filled.platform,
    folder: bench.platforms.folder(),
    asked: terms.map(({ kind, query }) => ({
      kind,
      path: `/api/v1/rules/search?${new URLSearchParams(query)}`,
    })),
  });
  return [row];
}
