import {
  bodyNumberOf,
  type CertificateState,
  type InstitutionState,
  type RuleState,
} from "@suzheng/certification";
import { type Entry, encodeBody } from "@suzheng/log-format";
import { hashLeaf } from "@suzheng/merkle";
import type { RecordedAct } from "../../application/act.ts";
import type { StreamState } from "../../application/certification-store.ts";
import type { Projection } from "../../application/projection.ts";
import { ruleProjection } from "../../application/registry/rule-projection.ts";
import { readStoredEntry, type StoredEntryReading } from "../fsck/entry/read-stored-entry.ts";
import { type Attendance, attendanceOf } from "../fsck/streams/participations.ts";
import type { Replay } from "../fsck/streams/replay.ts";
import { replayEntry, startReplay } from "../fsck/streams/replay-stream.ts";
import { LogDamage } from "../log-damage.ts";
import { sha256 } from "../sha256.ts";

/** A stream as the entries before tell it. */
export type ToldStream = { version: number; replay: Replay };

export const toldStream = (stored: StreamState | undefined): ToldStream => ({
  version: stored?.version ?? 0,
  replay: { ...startReplay(), state: (stored?.state ?? null) as Replay["state"] },
});

type Placed = { log: string; index: number; bytes: Uint8Array };

/** An entry of the log that it stands in. */
export type ReadEntry = Extract<StoredEntryReading, { ok: true }> &
  Placed & { leafHash: Uint8Array };

export function readPlaced({ log, index, bytes }: Placed): ReadEntry {
  const read = readStoredEntry(Buffer.from(bytes));
  if (!read.ok) throw new LogDamage(log, `entry ${index}: ${read.because}`);
  if (read.entry.log !== log)
    throw new LogDamage(log, `entry ${index} is of \`${read.entry.log}\``);
  return { ...read, log, index, bytes, leafHash: hashLeaf(sha256, bytes) };
}

/** JSON of the clauses that were filed under a hash; null when nobody has the text any more. */
export type FiledClauses = (contentHash: string) => Promise<string | null>;

/** What entries name and others keep. */
export type KeptBeside = {
  filedClauses: FiledClauses;
  /** Of the person who attended, by commitment; missing where the value is not kept. */
  tokens: ReadonlyMap<string, string>;
};

/**
 * The act that an entry tells, with what follows from it, but for what only lost values tell:
 * persons' attendances, and the memory of the rows that were sent. `told` moves on.
 */
export async function toldAct(
  { log, index, leafHash, entry, plain }: ReadEntry,
  told: ToldStream,
  { filedClauses, tokens }: KeptBeside,
): Promise<RecordedAct> {
  const { stream, version, type, schema, occurredOn, recordedAt, data, judged } = entry;
  if (version !== told.version + 1) {
    throw new LogDamage(
      log,
      `entry ${index} does not follow version ${told.version} of its stream`,
    );
  }
  replayEntry(told.replay, index, plain);
  told.version = version;
  const clauses = type === "RuleFiled" ? await filedClauses(String(data.contentHash)) : null;
  return {
    ...{ stream, version, type, schema, occurredOn, recordedAt, index, leafHash },
    expectedVersion: version - 1,
    body: encodeBody({ data, judged: judged ?? [] }),
    personal: [],
    projection: {
      ...projectionOf(told.replay, { type, index, data, clauses }),
      ...participationOf(attendanceOf(plain, index, told.replay.state), tokens),
    },
  };
}

type Act = { type: string; index: number; data: Entry["data"]; clauses: string | null };

function projectionOf(replay: Replay, { type, index, data, clauses }: Act): Projection {
  const { state } = replay;
  return {
    state: JSON.stringify(state),
    ...institutionOf(state),
    ...certificateOf(replay, index),
    ...withholdingOf(type, state),
    ...(isRule(state) && { rule: ruleProjection(state, String(data.ruleVersion), clauses) }),
  };
}

function participationOf(
  attendance: Attendance | null,
  tokens: KeptBeside["tokens"],
): Told<"participation"> {
  const person = tokens.get(attendance?.person ?? "");
  if (attendance === null || person === undefined) return {};
  const { number, stage, startsAt, endsAt, holder } = attendance;
  return { participation: { person, number, stage, startsAt, endsAt, holder } };
}

type State = Replay["state"];
type Told<Key extends keyof Projection> = Pick<Projection, Key>;

type KnownInstitution = Extract<InstitutionState, { known: true }>;
const isInstitution = (state: State): state is KnownInstitution =>
  state !== null && "approvalNumber" in state;

type KnownCertificate = Extract<CertificateState, { known: true }>;
const isCertificate = (state: State): state is KnownCertificate =>
  state !== null && "number" in state;

type KnownRule = Extract<RuleState, { known: true }>;
const isRule = (state: State): state is KnownRule => state !== null && "versions" in state;

function institutionOf(state: State): Told<"institution"> {
  if (!isInstitution(state)) return {};
  const { name, nameEnglish, status, fields, branches, approvalNumber } = state;
  const bodyNumber = bodyNumberOf(approvalNumber);
  return { institution: { name, nameEnglish, status, fields, branches, bodyNumber } };
}

/** A late row about the past has not become the newest report. */
function certificateOf({ state, report }: Replay, index: number): Told<"certificate"> {
  if (report?.index !== index || !isCertificate(state)) return {};
  const { number, holderName, holderCode, issuedOn } = report;
  const { holderKey, itemCode, status, validUntil, mainNumber } = state;
  const shown = { number, holderName, holderCode, issuedOn, itemCode, status, validUntil };
  return { certificate: { ...shown, mainNumber, organisationCode: holderKey } };
}

function withholdingOf(type: string, state: State): Told<"withholding"> {
  const isAbout = type === "CertificateWithheld" || type === "CertificateReleased";
  if (!isAbout || !isCertificate(state)) return {};
  return { withholding: { number: state.number, withheld: state.withheld } };
}
