import { type LocalText, RuleDiff } from "@suzheng/api-contract";
import type { VersionDiff } from "@suzheng/rules";

type Titled = { number: string; title: LocalText };

/** A difference with the titles of its clauses, the later version's where both have one. */
export function shownDiff(
  diff: VersionDiff,
  of: { title: LocalText; clauses: readonly Titled[] },
): RuleDiff {
  const titles = new Map(of.clauses.map(({ number, title }) => [number, title]));
  return RuleDiff.parse({
    ...diff,
    title: of.title,
    clauses: diff.clauses.map((clause) => ({
      ...clause,
      title: titles.get(clause.number) ?? { zh: "", en: "" },
    })),
  });
}
