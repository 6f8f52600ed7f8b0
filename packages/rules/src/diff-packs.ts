import type { Pack } from "./pack.ts";
import type { PackDocument } from "./pack-document.ts";

type Change = "added" | "removed" | "changed";

/** One field before and after, as JSON; null where it was or is absent. */
export type FieldChange = {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Of a clause, a requirement, a parameter: by its number or id. */
export type ItemChange = {
  readonly id: string;
  readonly change: Change;
  readonly fields: readonly FieldChange[];
};

export type ClauseChange = {
  readonly number: string;
  /** `unchanged`: only what is executed under it changed. */
  readonly change: Change | "unchanged";
  readonly fields: readonly FieldChange[];
  readonly requirements: readonly ItemChange[];
  /** Parameters read by the clause's requirements in either version. */
  readonly parameters: readonly ItemChange[];
};

export type PackDiff = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Title, issuer, when in force, schemes, basis, notes. */
  readonly head: readonly FieldChange[];
  /** Only clauses where something changed, in the order of the later version, removed ones last. */
  readonly clauses: readonly ClauseChange[];
  /** All parameters that changed, those that no requirement reads included. */
  readonly parameters: readonly ItemChange[];
};

/** What changed between two versions, by clause. Both orders are allowed. */
export function diffPacks(from: Pack, to: Pack): PackDiff {
  const [before, after] = [from.document, to.document];
  const parameters = itemChanges(before.parameters, after.parameters, ({ id }) => id);
  const requirements = itemChanges(before.requirements, after.requirements, ({ id }) => id);
  const clauses = itemChanges(before.clauses, after.clauses, ({ number }) => number);
  const numbers = [...after.clauses, ...before.clauses].map(({ number }) => number);
  return {
    id: after.id,
    from: before.version,
    to: after.version,
    head: fieldChanges(headOf(before), headOf(after)),
    clauses: [...new Set(numbers)].flatMap((number) => {
      const own = clauses.find(({ id }) => id === number);
      const within = {
        requirements: requirements.filter(({ id }) => isUnder(number, id, [from, to])),
        parameters: parameters.filter(({ id }) => isReadUnder(number, id, [from, to])),
      };
      if (own === undefined && within.requirements.length + within.parameters.length === 0)
        return [];
      return [{ number, change: own?.change ?? "unchanged", fields: own?.fields ?? [], ...within }];
    }),
    parameters,
  };
}

function headOf(document: PackDocument): object {
  const {
    clauses: _,
    parameters: __,
    requirements: ___,
    id: ____,
    version: _____,
    ...head
  } = document;
  return head;
}

const isUnder = (number: string, id: string, packs: readonly Pack[]) =>
  packs.some((pack) => pack.requirements.get(id)?.document.clause === number);

const isReadUnder = (number: string, id: string, packs: readonly Pack[]) =>
  packs.some((pack) =>
    [...pack.requirements.values()].some(
      ({ document, parameters }) => document.clause === number && parameters.includes(id),
    ),
  );

function itemChanges<T extends object>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): ItemChange[] {
  const earlier = new Map(before.map((item) => [idOf(item), item]));
  const later = new Map(after.map((item) => [idOf(item), item]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((id) => {
    const [was, is] = [earlier.get(id), later.get(id)];
    const fields = fieldChanges(was ?? {}, is ?? {});
    if (was !== undefined && is !== undefined && fields.length === 0) return [];
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return [{ id, change, fields } as const];
  });
}

/** Fields that differ; of a nested object or list, the innermost: `because.met.zh`. */
function fieldChanges(before: object, after: object, within = ""): FieldChange[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [one, other] = [was.get(name) ?? null, is.get(name) ?? null];
    const field = `${within}${name}`;
    if (isRecord(one) && isRecord(other)) return fieldChanges(one, other, `${field}.`);
    return JSON.stringify(one) === JSON.stringify(other)
      ? []
      : [{ field, before: one, after: other }];
  });
}

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
