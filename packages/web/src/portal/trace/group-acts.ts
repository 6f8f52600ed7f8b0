import type { Act } from "@suzheng/api-contract";
import { daysBetween } from "../dates/dates.ts";
import { stageOf } from "./read-act.ts";

export type Person = Act["people"][number];

/** One line of the timeline: a single act, or all participations in one audit. */
export type TraceLine =
  | { kind: "act"; act: Act; before: Act | null }
  | {
      kind: "audit";
      stage: string | null;
      from: string;
      to: string;
      acts: Act[];
      people: Person[];
    };

export type TraceCycle = { cycle: number | null; lines: TraceLine[] };

/** Rows of one stage further apart than this are two audits. Presentation only, no rule. */
const SAME_AUDIT_DAYS_MAX = 21;

/**
 * Cycles newest first, acts in no cycle last; within a cycle the order given, newest first. `all`:
 * where the report before another is looked for.
 */
export function groupActs(acts: readonly Act[], all: readonly Act[] = acts): TraceCycle[] {
  const cycles = new Map<number | null, Act[]>();
  for (const act of acts) cycles.set(act.cycle, [...(cycles.get(act.cycle) ?? []), act]);
  return [...cycles]
    .sort(([a], [b]) => (b ?? -1) - (a ?? -1))
    .map(([cycle, members]) => ({ cycle, lines: linesOf(members, all) }));
}

function linesOf(members: readonly Act[], all: readonly Act[]): TraceLine[] {
  const lines: TraceLine[] = [];
  for (const act of members) {
    if (act.type !== "AuditParticipationReported") {
      lines.push({ kind: "act", act, before: reportBefore(act, all) });
      continue;
    }
    const audit = lines.findLast(
      (line): line is TraceLine & { kind: "audit" } => line.kind === "audit" && joins(line, act),
    );
    if (audit) join(audit, act);
    else lines.push(newAudit(act));
  }
  return lines;
}

function newAudit(act: Act): TraceLine & { kind: "audit" } {
  const [from, to] = daysOf(act);
  return { kind: "audit", stage: stageOf(act), from, to, acts: [act], people: [...act.people] };
}

function joins(audit: TraceLine & { kind: "audit" }, act: Act): boolean {
  if (audit.stage !== stageOf(act) || audit.acts[0]?.stream !== act.stream) return false;
  const [from, to] = daysOf(act);
  return (
    daysBetween(to, audit.from) <= SAME_AUDIT_DAYS_MAX &&
    daysBetween(audit.to, from) <= SAME_AUDIT_DAYS_MAX
  );
}

function join(audit: TraceLine & { kind: "audit" }, act: Act): void {
  const [from, to] = daysOf(act);
  if (from < audit.from) audit.from = from;
  if (to > audit.to) audit.to = to;
  audit.acts.push(act);
  for (const person of act.people) {
    if (!audit.people.some((known) => isSamePerson(known, person))) audit.people.push(person);
  }
}

function isSamePerson(a: Person, b: Person): boolean {
  if (a.registrationNumber !== null) return a.registrationNumber === b.registrationNumber;
  return a.name !== null && a.name === b.name;
}

/** First and last day of a participation, where the report gives them. */
function daysOf(act: Act): [string, string] {
  const day = (names: readonly string[]) => {
    for (const name of names) {
      const value = act.data[name];
      if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value)) return value.slice(0, 10);
    }
    return act.occurredOn;
  };
  const from = day(["startOn", "startAt"]);
  const to = day(["endOn", "endAt"]);
  return from <= to ? [from, to] : [to, from];
}

/** The report of the same stream before this one; acts are newest first. */
function reportBefore(act: Act, all: readonly Act[]): Act | null {
  if (act.type !== "CertificateReported") return null;
  return (
    all
      .filter((other) => other.type === act.type && other.stream === act.stream)
      .filter((other) => other.version < act.version)
      .sort((a, b) => b.version - a.version)[0] ?? null
  );
}
