import { normalizeCode, normalizeText } from "@suzheng/certification";
import { type Chosen, chooseOpenings, wordsOf } from "./choose-openings.ts";
import type { AskedPerson, ChoiceOptions, ChoiceRefusal } from "./choose-person.ts";
import type { ErasureRecord } from "./erasure-record.ts";
import type { PersonErasure, PersonErasures } from "./person-erasures.ts";
import { fieldOf, PERSON_NAMES } from "./person-mentions.ts";
import type { RejectedRows } from "./rejected-rows.ts";

export type ErasureParts = {
  persons: PersonErasures;
  rejectedRows: RejectedRows;
  personToken: (text: string) => string;
  now: () => string;
};

/** What went, or on a dry run would go; counts only. */
export type Erased = {
  /** Kept values by field, `inspector.*`. */
  values: Readonly<Record<string, number>>;
  /** Acts that showed them, by event type. */
  acts: Readonly<Record<string, number>>;
  /** Rows of attendances under the person's token. */
  participations: number;
  /** States of certificates that knew the person as a decision maker. */
  states: number;
  /** Imports whose messages about rejected rows named the person. */
  imports: number;
  /** Files of rejected rows that named the person. */
  files: number;
};

export type PersonErased = Erased & {
  /** Persons told apart from this one who lose a value that they have in common. */
  others: number;
  /** Values that stay since they hold no more than a name that others share; by field. */
  left: Readonly<Record<string, number>>;
};

export type ErasureRefusal =
  | ChoiceRefusal
  | "institution-not-registered"
  | "person-unknown"
  | "confirmation-differs";

export type ErasureOrder = ChoiceOptions & {
  institution: string;
  asked: AskedPerson;
  /** The value once more; null: a dry run, which changes nothing. */
  confirm: string | null;
  /**
   * Called before anything is final. A record without its erasure is harmless, to repeat it carries
   * it out; an erasure without its record would be undone by the next restored backup.
   */
  keep(record: ErasureRecord): Promise<void>;
};

export type Outcome<Value> =
  | { outcome: "done"; value: Value }
  | { outcome: "refused"; code: ErasureRefusal };

/** As the cells of reports are written down. */
function normalized({ by, value }: AskedPerson): AskedPerson {
  return { by, value: by === "name" ? normalizeText(value) : normalizeCode(value) };
}

/** Erases what is kept of a person whom an institution's reports name. */
export async function erasePerson(
  parts: ErasureParts,
  order: ErasureOrder,
): Promise<Outcome<PersonErased>> {
  const { institution, confirm } = order;
  const asked = normalized(order.asked);
  if (confirm !== null && normalized({ ...asked, value: confirm }).value !== asked.value) {
    return { outcome: "refused", code: "confirmation-differs" };
  }
  type Done = PersonErased | ErasureRefusal;
  const done = await parts.persons.within<Done>(institution, async (erasure) => {
    const chosen = await chooseOpenings(erasure, { ...order, asked });
    if (typeof chosen === "string") return { end: "rollback", value: chosen };
    const { files, erased } = await carryOut(parts, erasure, chosen);
    if (chosen.openings.length + erased.imports + files.length === 0) {
      return { end: "rollback", value: "person-unknown" };
    }
    const left = countsBy(chosen.left.map(({ name }) => fieldOf(name)));
    const value = { ...erased, others: chosen.others, left };
    if (confirm === null) return { end: "rollback", value };
    const commitments = chosen.openings.map(({ commitment }) => commitment).sort();
    const format = "suzheng-erasure/1";
    await order.keep({ format, institution, erasedAt: parts.now(), commitments });
    await parts.rejectedRows.remove(files);
    return { end: "commit", value };
  });
  return outcomeOf(done);
}

/** What was restored from a backup of before the erasure goes once more. */
export async function eraseAgain(
  parts: ErasureParts,
  { institution, commitments }: ErasureRecord,
): Promise<Outcome<Erased>> {
  const done = await parts.persons.within<Erased>(institution, async (erasure) => {
    const openings = await erasure.opened(commitments);
    const words = wordsOf(openings);
    const { files, erased } = await carryOut(parts, erasure, { openings, words });
    await parts.rejectedRows.remove(files);
    return { end: "commit", value: erased };
  });
  return outcomeOf(done);
}

function outcomeOf<Value extends object>(done: Value | ErasureRefusal | null): Outcome<Value> {
  if (done === null) return { outcome: "refused", code: "institution-not-registered" };
  return typeof done === "string"
    ? { outcome: "refused", code: done }
    : { outcome: "done", value: done };
}

async function carryOut(
  { personToken, rejectedRows }: ErasureParts,
  erasure: PersonErasure,
  { openings, words }: Pick<Chosen, "openings" | "words">,
): Promise<{ files: string[]; erased: Erased }> {
  const commitments = openings.map(({ commitment }) => commitment);
  const tokensOf = (isOne: (name: string) => boolean) => [
    ...new Set(openings.filter(({ name }) => isOne(name)).map(({ value }) => personToken(value))),
  ];
  const files = words.length === 0 ? [] : await rejectedRows.naming(await erasure.imports(), words);
  const acts = await erasure.actsWith(commitments);
  const taken = await erasure.erase({
    commitments,
    persons: tokensOf((name) => PERSON_NAMES.includes(name)),
    makers: tokensOf((name) => fieldOf(name) === "decision-maker.*"),
    words,
  });
  const values = countsBy(openings.map(({ name }) => fieldOf(name)));
  const byType = Object.fromEntries(acts.map(({ type, acts: count }) => [type, count]));
  return { files, erased: { values, acts: byType, ...taken, files: files.length } };
}

function countsBy(fields: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const field of [...fields].sort()) counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}
