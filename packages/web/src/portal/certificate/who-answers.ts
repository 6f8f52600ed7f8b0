import type { Act } from "@suzheng/api-contract";
import { stageOf } from "../trace/read-act.ts";

type Person = Act["people"][number];

export type Auditor = Person & { audits: number };
export type WhoAnswers = {
  /** Null: the reports say nothing about such a person. */
  signatory: Person[] | null;
  decisionMaker: Person[] | null;
  reviewer: Person[] | null;
  auditors: Auditor[];
};

const SIGNATORY = ["signatory", "issuer", "签发人"];
const DECISION_MAKER = ["decision-maker", "decisionMaker", "decision", "认证决定人员"];
const REVIEWER = ["reviewer", "review", "复核人员"];

/** Who took part, from the newest report that names each function and from all audits. */
export function whoAnswers(acts: readonly Act[]): WhoAnswers {
  return {
    signatory: newestWith(acts, SIGNATORY),
    decisionMaker: newestWith(acts, DECISION_MAKER),
    reviewer: newestWith(acts, REVIEWER),
    auditors: auditorsOf(acts),
  };
}

/** Acts are newest first. */
function newestWith(acts: readonly Act[], roles: readonly string[]): Person[] | null {
  for (const act of acts) {
    const found = act.people.filter((person) => roles.includes(person.role));
    if (found.length > 0) return found;
  }
  return null;
}

/** People of the newest certification cycle's audits, those with most audits first. */
function auditorsOf(acts: readonly Act[]): Auditor[] {
  const audits = acts.filter((act) => act.type === "AuditParticipationReported");
  const cycle = Math.max(...audits.map((act) => act.cycle ?? 0));
  const known = new Map<string, { person: Person; stages: Set<string> }>();
  for (const act of audits) {
    if ((act.cycle ?? 0) !== cycle) continue;
    for (const person of act.people) {
      const key = person.registrationNumber ?? person.name ?? `${act.log.index}`;
      const entry = known.get(key) ?? { person, stages: new Set() };
      entry.stages.add(`${stageOf(act)} ${act.occurredOn.slice(0, 7)}`);
      known.set(key, entry);
    }
  }
  return [...known.values()]
    .map(({ person, stages }) => ({ ...person, audits: stages.size }))
    .sort((a, b) => b.audits - a.audits);
}
