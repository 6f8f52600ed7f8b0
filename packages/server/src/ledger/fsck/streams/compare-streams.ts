import type {
  FsckCompared,
  FsckRow,
  FsckSnapshot,
  FsckState,
  StreamRange,
} from "../../../application/fsck.ts";
import type { Damages } from "../damages.ts";
import { differingName } from "../same-json.ts";
import type { Replay } from "./replay.ts";
import { certificateRow, institutionRow } from "./replay-stream.ts";

export type FinishedStream = { stream: string; version: number; replay: Replay };

type Scope = {
  snapshot: Pick<FsckSnapshot, "states" | "certificates" | "institution">;
  log: string;
  damages: Damages;
  /** Counts on: rows that are as told. */
  compared: FsckCompared;
};

/**
 * Parts of states that come from personal data, which the log does not hold: memory of rows sent
 * before.
 */
const FROM_PERSONAL_DATA = new Set(["reports", "participations", "plans", "decisions"]);

/** Rows that are stored of streams, by the stream's name and the certificate's number. */
export type StoredRows = {
  states: ReadonlyMap<string, FsckState>;
  certificates: ReadonlyMap<unknown, FsckRow>;
};

const storedRows = (
  states: readonly FsckState[],
  certificates: readonly FsckRow[],
): StoredRows => ({
  states: new Map(states.map((row) => [row.stream, row])),
  certificates: new Map(certificates.map((row) => [row.number, row])),
});

export async function fetchRange(
  snapshot: Pick<FsckSnapshot, "statesIn" | "certificatesIn">,
  log: string,
  range: StreamRange,
): Promise<StoredRows> {
  const coming = [snapshot.statesIn(log, range), snapshot.certificatesIn(log, range)] as const;
  return storedRows(...(await Promise.all(coming)));
}

async function fetchRows(
  { snapshot, log }: Scope,
  streams: readonly FinishedStream[],
): Promise<StoredRows> {
  const names = streams.map(({ stream }) => stream);
  const numbers = streams.flatMap(({ replay }) => replay.report?.number ?? []);
  const states = names.length === 0 ? [] : await snapshot.states(log, names);
  return storedRows(states, numbers.length === 0 ? [] : await snapshot.certificates(log, numbers));
}

/**
 * The usual case: all that is to be stored of the stream is at hand. False when it is not; then
 * nothing has been compared.
 */
export function compareAtHand(scope: Scope, finished: FinishedStream, rows: StoredRows): boolean {
  const { stream, replay } = finished;
  const { report, state } = replay;
  const isAtHand =
    rows.states.has(stream) && (report === null || rows.certificates.has(report.number));
  if (!isAtHand || (state !== null && "approvalNumber" in state)) return false;
  compareState(scope, finished, rows);
  compareCertificate(scope, finished, rows);
  return true;
}

/** The stored projections of these streams, by their names, against those told again. */
export async function compareByName(
  scope: Scope,
  streams: readonly FinishedStream[],
): Promise<void> {
  const rows = await fetchRows(scope, streams);
  for (const finished of streams) compareState(scope, finished, rows);
  for (const finished of streams) compareCertificate(scope, finished, rows);
  for (const { replay } of streams) {
    const expected = institutionRow(replay);
    if (expected !== null) await compareInstitution(scope, expected);
  }
}

function compareState(
  { log, damages, compared }: Scope,
  { stream, version, replay }: FinishedStream,
  { states }: StoredRows,
): void {
  const row = states.get(stream);
  const where = `stream_states \`${stream}\``;
  if (row === undefined) {
    damages.add("stream-state", { log, where, expected: "a row", found: "none" });
  } else if (row.version !== version) {
    const expected = `version ${version}`;
    const found = `version ${row.version}`;
    damages.add("stream-state", { log, where, expected, found });
  } else {
    const how = isSameText(replay.state, row.state)
      ? null
      : differs(replay.state ?? {}, parsed(row.state), FROM_PERSONAL_DATA);
    if (how === null) compared.states += 1;
    else damages.add("stream-state", { log, where, ...how });
  }
}

const LIST = String.raw`\[[^\]]*\]`;
const DECISIONS = String.raw`\[(?:\{"auditEndOn":"[^"]*","makers":${LIST}\},?)*\]`;

/** How states end: with lists from personal data, which are empty when told again. */
const ENDS = [
  {
    told: ',"decisions":[],"reports":[],"participations":[]}',
    stored: new RegExp(`^,"decisions":${DECISIONS},"reports":${LIST},"participations":${LIST}\\}$`),
  },
  { told: ',"plans":[]}', stored: new RegExp(`^,"plans":${LIST}\\}$`) },
];

/** The usual case without parsing: equal up to where what comes from personal data begins. */
function isSameText(state: Replay["state"], stored: string): boolean {
  const expected = JSON.stringify(state);
  const end = ENDS.find(({ told }) => expected.endsWith(told));
  if (end === undefined) return expected === stored;
  const at = expected.length - end.told.length;
  return stored.startsWith(expected.slice(0, at)) && end.stored.test(stored.slice(at));
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function differs(
  expected: object,
  found: object,
  except?: ReadonlySet<string>,
): { expected: string; found: string } | null {
  const name = differingName(expected, found, except);
  if (name === null) return null;
  const show = (value: object) =>
    `${name} = ${JSON.stringify((value as Record<string, unknown>)[name]) ?? "nothing"}`;
  return { expected: show(expected), found: show(found) };
}

function compareCertificate(
  { log, damages, compared }: Scope,
  { replay }: FinishedStream,
  { certificates }: StoredRows,
): void {
  const row = certificates.get(replay.report?.number);
  const expected = certificateRow(replay, { isFilled: row?.holder_initials !== null });
  if (expected === null) return;
  const where = `certificates \`${String(expected.number)}\``;
  const how =
    row === undefined
      ? { expected: "a row", found: "none" }
      : (differs(expected, row, CARD) ?? cardDiffers(expected.card, row.card));
  if (how === null) compared.certificates += 1;
  else damages.add("certificate", { log, where, ...how });
}

const CARD = new Set(["card"]);

/** The usual case without decoding. */
function cardDiffers(expected: unknown, found: unknown) {
  const textOf = (card: unknown) => Buffer.from(String(card), "latin1").toString("utf8");
  return expected === found ? null : differs(parsed(textOf(expected)), parsed(textOf(found)));
}

async function compareInstitution(
  { snapshot, log, damages }: Scope,
  expected: FsckRow,
): Promise<void> {
  const row = await snapshot.institution(log);
  const where = `institutions \`${log}\``;
  if (row === null) {
    damages.add("institution", { log, where, expected: "a row", found: "none" });
    return;
  }
  const { certificates: _certificates, last_reported_at: _last, ...found } = row;
  const connected = found.connected_at;
  const connected_at = connected instanceof Date ? connected.toISOString() : connected;
  const how = differs(expected, { ...found, connected_at });
  if (how !== null) damages.add("institution", { log, where, ...how });
}
