import type { CertificateState } from "@suzheng/certification";
import type { FsckParticipation, FsckSnapshot } from "../../application/fsck.ts";
import { totalsWith } from "../../application/presences.ts";
import type { Damages } from "./damages.ts";
import type { PlainEntry } from "./plain-entry.ts";
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
  entry: PlainEntry,
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
  scope: Scope,
  attendances: readonly Attendance[],
): Promise<void> {
  const again = countAgain(attendances, scope.tokens);
  for await (const rows of scope.snapshot.participations(scope.log)) {
    for (const row of rows) checkRow(scope, again, row);
  }
  for (const [person, rows] of again.expected) {
    for (const [key, row] of rows) {
      const where = placeOf(person, key);
      const expected = textOf(row);
      scope.damages.add("participation", { log: scope.log, where, expected, found: "no row" });
    }
  }
}

const placeOf = (person: string, key: string) =>
  `participations \`${person}\` ${key.replaceAll("\n", " ")}`;

/** Takes the row's expectation away, so that what is left at the end has no row. */
function checkRow({ log, damages }: Scope, again: CountedAgain, row: FsckParticipation): void {
  const key = keyOf(row);
  const wanted = again.expected.get(row.person)?.get(key);
  again.expected.get(row.person)?.delete(key);
  const expected = wanted === undefined ? "no row" : textOf(wanted);
  const found = textOf(row);
  if (expected === found || (wanted === undefined && again.erased.has(key))) return;
  damages.add("participation", { log, where: placeOf(row.person, key), expected, found });
}

type Counted = Pick<Attendance, "startsAt" | "endsAt" | "holder" | "number" | "days">;

const textOf = ({ endsAt, holder, days }: Pick<Counted, "endsAt" | "holder" | "days">) =>
  `until ${endsAt} at ${holder}, ${days} days`;

type CountedAgain = {
  /** By person, then by `keyOf`. */
  expected: Map<string, Map<string, Counted>>;
  /** Keys of rows whose person can no longer be told. */
  erased: Set<string>;
};

function countAgain(
  attendances: readonly Attendance[],
  tokens: ReadonlyMap<string, string>,
): CountedAgain {
  const expected = new Map<string, Map<string, Counted>>();
  const erased = new Set<string>();
  // Days count once for each holder, so only what the person did there matters.
  const atHolder = new Map<string, Map<string, Counted>>();
  for (const attendance of attendances.toSorted((one, other) => one.index - other.index)) {
    const person = tokens.get(attendance.person);
    const key = keyOf(attendance);
    if (person === undefined) {
      erased.add(key);
      continue;
    }
    const { startsAt, endsAt, holder, number, days } = attendance;
    const presence = { startsAt, endsAt, holder, number, days };
    const there = entryOf(atHolder, `${person}\n${holder}`);
    const { daysCounted } = totalsWith([...there.values()], presence);
    const counted = { ...presence, days: daysCounted };
    there.set(key, counted);
    entryOf(expected, person).set(key, counted);
  }
  return { expected, erased };
}

function entryOf<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, known);
  return known;
}
