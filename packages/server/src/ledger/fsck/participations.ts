import type { CertificateState } from "@suzheng/certification";
import type { Entry } from "@suzheng/log-format";
import type { FsckParticipation, FsckSnapshot } from "../../application/fsck.ts";
import { totalsWith } from "../../application/presences.ts";
import type { Damages } from "./damages.ts";
import type { Replay } from "./replay-stream.ts";

/** One person in one audit stage, as its entry says it; the person only by the commitment. */
export type Attendance = {
  index: number;
  /** Commitment of what tells the person apart. */
  person: string;
  startsAt: string;
  endsAt: string;
  holder: string;
  number: string;
  stage: string;
  days: number;
};

/** What tells a person apart, the first one given; as `personOf` does when recording. */
export const PERSON_NAMES = ["person.identity", "person.registration", "person.name"];

export function attendanceOf(
  entry: Entry,
  index: number,
  state: Replay["state"],
): Attendance | null {
  if (entry.type !== "AuditParticipationReported") return null;
  const { certificateNumber, stage, startAt, endAt, days } = entry.data;
  const name = PERSON_NAMES.find((known) => entry.commitments?.[known] !== undefined) ?? "";
  return {
    index,
    person: entry.commitments?.[name] ?? "",
    startsAt: String(startAt),
    endsAt: String(endAt),
    // A participation only follows a report, so the state is a known certificate's.
    holder: (state as Extract<CertificateState, { known: true }>).holderKey,
    number: String(certificateNumber),
    stage: String(stage),
    days: Number(days),
  };
}

type Scope = {
  snapshot: Pick<FsckSnapshot, "participations">;
  log: string;
  damages: Damages;
  /** Token of the person by commitment; those whose value was erased are missing. */
  tokens: ReadonlyMap<string, string>;
};

const keyOf = (row: Pick<FsckParticipation, "startsAt" | "number" | "stage">) =>
  `${row.startsAt}\n${row.number}\n${row.stage}`;

/** The table of participations against the entries, counted again in the order of the log. */
export async function checkParticipations(
  { snapshot, log, damages, tokens }: Scope,
  attendances: readonly Attendance[],
): Promise<void> {
  const { expected, erased } = countAgain(attendances, tokens);
  for await (const rows of snapshot.participations(log)) {
    for (const row of rows) {
      const key = keyOf(row);
      const wanted = expected.get(row.person)?.get(key);
      expected.get(row.person)?.delete(key);
      const where = `participations \`${row.person}\` ${key.replaceAll("\n", " ")}`;
      const found = textOf(row);
      if (wanted === undefined) {
        if (erased.has(key)) continue;
        damages.add("participation", { log, where, expected: "no row", found });
      } else if (textOf(wanted) !== found) {
        damages.add("participation", { log, where, expected: textOf(wanted), found });
      }
    }
  }
  for (const [person, rows] of expected) {
    for (const [key, row] of rows) {
      const where = `participations \`${person}\` ${key.replaceAll("\n", " ")}`;
      damages.add("participation", { log, where, expected: textOf(row), found: "no row" });
    }
  }
}

type Counted = Pick<Attendance, "startsAt" | "endsAt" | "holder" | "number" | "days">;

const textOf = ({ endsAt, holder, days }: Pick<Counted, "endsAt" | "holder" | "days">) =>
  `until ${endsAt} at ${holder}, ${days} days`;

function countAgain(
  attendances: readonly Attendance[],
  tokens: ReadonlyMap<string, string>,
): { expected: Map<string, Map<string, Counted>>; erased: Set<string> } {
  const expected = new Map<string, Map<string, Counted>>();
  const erased = new Set<string>();
  for (const attendance of attendances.toSorted((one, other) => one.index - other.index)) {
    const person = tokens.get(attendance.person);
    if (person === undefined) {
      erased.add(keyOf(attendance));
      continue;
    }
    const { startsAt, endsAt, holder, number, days } = attendance;
    const known = expected.get(person) ?? new Map<string, Counted>();
    expected.set(person, known);
    const presence = { startsAt, endsAt, holder, number, days };
    const { daysCounted } = totalsWith([...known.values()], presence);
    known.set(keyOf(attendance), { ...presence, days: daysCounted });
  }
  return { expected, erased };
}
