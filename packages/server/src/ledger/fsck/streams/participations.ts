import type { CertificateState } from "@suzheng/certification";
import type { FsckParticipation, FsckSnapshot } from "../../../application/fsck.ts";
import { PERSON_NAMES } from "../../../application/persons/person-mentions.ts";
import type { Damages } from "../damages.ts";
import type { PlainEntry } from "../entry/plain-entry.ts";
import type { Replay } from "./replay.ts";

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
};

export function attendanceOf(
  entry: PlainEntry,
  index: number,
  state: Replay["state"],
): Attendance | null {
  if (entry.type !== "AuditParticipationReported") return null;
  const { certificateNumber, stage, startAt, endAt } = entry.data;
  return {
    index,
    person: commitmentOfPerson(entry.commitments),
    startsAt: String(startAt),
    endsAt: String(endAt),
    // A participation only follows a report, so the state is a known certificate's.
    holder: (state as Extract<CertificateState, { known: true }>).holderKey,
    number: String(certificateNumber),
    stage: String(stage),
  };
}

/** A quotation mark inside a name is escaped, so only whole names are found. */
export function commitmentOfPerson(commitments: string): string {
  for (const start of PERSON_STARTS) {
    const at = commitments.indexOf(start);
    if (at >= 0) return commitments.slice(at + start.length, at + start.length + HASH_CHARACTERS);
  }
  return "";
}

const HASH_CHARACTERS = 43;
const PERSON_STARTS = PERSON_NAMES.map((name) => `"${name}":"`);

/** A tuple as JSON, which has no raw line ends: many go from thread to thread as one text. */
export const packAttendance = (one: Attendance): string =>
  JSON.stringify([
    one.index,
    one.person,
    one.startsAt,
    one.number,
    one.stage,
    one.endsAt,
    one.holder,
  ]);

type Packed = [number, string, string, string, string, string, string];

function unpackAttendance(text: string): Attendance {
  // Nobody else packs.
  const packed = JSON.parse(text) as Packed;
  const [index, person, startsAt, number, stage, endsAt, holder] = packed;
  return { index, person, startsAt, number, stage, endsAt, holder };
}

type Scope = {
  snapshot: Pick<FsckSnapshot, "participations">;
  log: string;
  damages: Damages;
  /** Token of the person by commitment; those whose value was erased are missing. */
  tokens: ReadonlyMap<string, string>;
};

type Key = Pick<FsckParticipation, "startsAt" | "number" | "stage">;

const keyOf = (row: Key) => `${row.startsAt}\n${row.number}\n${row.stage}`;

/** The table of participations against the entries, told again in the order of the log. */
export async function checkParticipations(scope: Scope, attendances: string): Promise<void> {
  const packed = attendances === "" ? [] : attendances.split("\n");
  const again = tellAgain(packed, scope.tokens);
  for await (const rows of scope.snapshot.participations(scope.log)) {
    for (const row of rows) checkRow(scope, again, row);
  }
  for (const [key, row] of again.expected) {
    const expected = textOf(row);
    scope.damages.add("participation", {
      log: scope.log,
      where: placeOf(key),
      expected,
      found: "no row",
    });
  }
}

/** The key of a row within the log: the person's and that of the presence. */
const rowKeyOf = (person: string, row: Key) =>
  `${person}\n${row.startsAt}\n${row.number}\n${row.stage}`;

const placeOf = (rowKey: string) => {
  const [person, ...key] = rowKey.split("\n");
  return `participations \`${person}\` ${key.join(" ")}`;
};

/** Takes the row's expectation away, so that what is left at the end has no row. */
function checkRow({ log, damages }: Scope, again: ToldAgain, row: FsckParticipation): void {
  const rowKey = rowKeyOf(row.person, row);
  const wanted = again.expected.get(rowKey);
  again.expected.delete(rowKey);
  if (wanted === undefined && again.erased.has(keyOf(row))) return;
  if (wanted !== undefined && isSame(wanted, row)) return;
  const expected = wanted === undefined ? "no row" : textOf(wanted);
  damages.add("participation", { log, where: placeOf(rowKey), expected, found: textOf(row) });
}

type Stay = Pick<Attendance, "endsAt" | "holder">;

const isSame = (one: Stay, other: Stay) =>
  one.endsAt === other.endsAt && one.holder === other.holder;

const textOf = ({ endsAt, holder }: Stay) => `until ${endsAt} at ${holder}`;

type ToldAgain = {
  /** By `rowKeyOf`. */
  expected: Map<string, Stay>;
  /** Keys of rows whose person can no longer be told. */
  erased: Set<string>;
};

/** The places of packed attendances in the order of the log; each begins with its index. */
function inOrderOfLog(packed: readonly string[]): Uint32Array {
  const indexes = Float64Array.from(packed, (text) => Number(text.slice(1, text.indexOf(","))));
  const order = Uint32Array.from(packed, (_, place) => place);
  return order.sort((one, other) => (indexes[one] ?? 0) - (indexes[other] ?? 0));
}

function tellAgain(packed: readonly string[], tokens: ReadonlyMap<string, string>): ToldAgain {
  const expected = new Map<string, Stay>();
  const erased = new Set<string>();
  for (const place of inOrderOfLog(packed)) {
    const attendance = unpackAttendance(packed[place] ?? "");
    const person = tokens.get(attendance.person);
    if (person === undefined) erased.add(keyOf(attendance));
    else expected.set(rowKeyOf(person, attendance), attendance);
  }
  return { expected, erased };
}
