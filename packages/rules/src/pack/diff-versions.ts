import type { Pack } from "./pack.ts";

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

export type VersionDiff = {
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

/** What a pack executes, in the shape in which two versions are compared. */
type Executable = {
  readonly requirements: readonly { readonly id: string; readonly clause: string }[];
  readonly parameters: readonly { readonly id: string }[];
  /** A clause, and a parameter that a requirement under it reads. */
  readonly reads: readonly { readonly clause: string; readonly parameter: string }[];
};

/** A version of a rule, shipped or filed. */
export type ComparedVersion = {
  readonly id: string;
  readonly version: string;
  /** Everything about it but its clauses and what is executed. */
  readonly head: object;
  readonly clauses: readonly { readonly number: string }[];
  readonly executable: Executable;
};

/** Of a version without an executable part (null) nothing is executed. */
export function executableOf(pack: Pack | null): Executable {
  const { requirements = [], parameters = [] } = pack?.document ?? {};
  const compiled = [...(pack?.requirements.values() ?? [])];
  const reads = compiled.flatMap(({ document: { clause }, parameters: read }) =>
    read.map((parameter) => ({ clause, parameter })),
  );
  return { requirements, parameters, reads };
}

/** What changed between two packs of a rule, by clause. Both orders are allowed. */
export const diffPacks = (from: Pack, to: Pack): VersionDiff =>
  diffVersions(comparedPack(from), comparedPack(to));

function comparedPack(pack: Pack): ComparedVersion {
  const { clauses, parameters: _, requirements: __, id, version, ...head } = pack.document;
  return { id, version, head, clauses, executable: executableOf(pack) };
}

/** What changed between two versions, by clause. Both orders are allowed. */
export function diffVersions(from: ComparedVersion, to: ComparedVersion): VersionDiff {
  const [before, after] = [from.executable, to.executable];
  const parameters = itemChanges(before.parameters, after.parameters, ({ id }) => id);
  const requirements = itemChanges(before.requirements, after.requirements, ({ id }) => id);
  const clauses = itemChanges(from.clauses, to.clauses, ({ number }) => number);
  const under = [...after.requirements, ...before.requirements];
  const reads = [...after.reads, ...before.reads];
  const numbers = [
    ...[...to.clauses, ...from.clauses].map(({ number }) => number),
    ...under.map(({ clause }) => clause),
  ];
  return {
    id: to.id,
    from: from.version,
    to: to.version,
    head: fieldChanges(from.head, to.head),
    clauses: [...new Set(numbers)].flatMap((number) => {
      const own = clauses.find(({ id }) => id === number);
      const within = {
        requirements: requirements.filter((change) =>
          under.some(({ id, clause }) => id === change.id && clause === number),
        ),
        parameters: parameters.filter((change) =>
          reads.some(({ clause, parameter }) => parameter === change.id && clause === number),
        ),
      };
      if (own === undefined && within.requirements.length + within.parameters.length === 0)
        return [];
      return [{ number, change: own?.change ?? "unchanged", fields: own?.fields ?? [], ...within }];
    }),
    parameters,
  };
}

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
