import type { PublishedVersion, RegisteredRule, RuleBundle } from "@suzheng/api-contract";
import type { z } from "zod";
import type { ClaimedEvent, ClaimedStream } from "../verify/read-bundle.ts";
import type { Sameness } from "../verify/same-records.ts";

type Act = RegisteredRule["history"][number];
type Clause = PublishedVersion["clauses"][number];

export type ShownRule = Pick<RegisteredRule, "institution" | "rule" | "history"> &
  Pick<PublishedVersion, "version" | "contentHash" | "clauses">;

/** What was filed, by its own bytes: their SHA-256, and what they say. */
export type FiledText = { hash: string; bundle: z.infer<typeof RuleBundle> };

const isSameAct = (act: Act, { type, occurredOn, recordedAt, data }: ClaimedEvent): boolean =>
  act.type === type &&
  act.occurredOn === occurredOn &&
  act.recordedAt === recordedAt &&
  act.version === data.ruleVersion &&
  act.reason === (typeof data.reason === "string" ? data.reason : null);

/** Acts about versions that were never published are not shown, and need not be. */
function showsActs({ history }: ShownRule, events: readonly ClaimedEvent[]): boolean {
  const shown = new Map(history.map((act) => [act.index, act]));
  const open = new Set(
    events.filter(({ type }) => type === "RulePublished").map(({ data }) => data.ruleVersion),
  );
  const due = events.filter(({ data }) => open.has(data.ruleVersion));
  return (
    due.length === history.length &&
    due.every((event) => {
      const act = shown.get(event.index);
      return act !== undefined && isSameAct(act, event);
    })
  );
}

const wordsOf = ({ number, title, text }: Clause): string =>
  JSON.stringify([number, title.zh, title.en, text.zh, text.en]);

/** The text is the one whose hash the newest filing of the version holds. */
function showsText(rule: ShownRule, { hash, bundle }: FiledText, filed: ClaimedEvent): boolean {
  const { content } = bundle;
  return (
    filed.data.contentHash === rule.contentHash &&
    hash === rule.contentHash &&
    content.version === rule.version &&
    content.clauses.map(wordsOf).join() === rule.clauses.map(wordsOf).join()
  );
}

/**
 * Whether a page shows what a valid proof proves: the same rule, the same acts on what was
 * published, and clause by clause the text that was filed.
 */
export function sameRule(
  rule: ShownRule,
  proven: readonly ClaimedStream[],
  text: FiledText,
): Sameness {
  const own = proven.find(
    ({ log, stream }) => log === rule.institution && stream === `rule/${rule.rule}`,
  );
  if (own === undefined) return "other-subject";
  const filed = own.events
    .filter(({ type, data }) => type === "RuleFiled" && data.ruleVersion === rule.version)
    .toSorted((one, other) => other.index - one.index)[0];
  if (filed === undefined) return "other-records";
  return showsActs(rule, own.events) && showsText(rule, text, filed) ? "same" : "other-records";
}
