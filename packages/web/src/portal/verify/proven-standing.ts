import {
  certificateAt,
  certificateEvents,
  certificateStream,
  type EntryOfLog,
} from "@suzheng/certification";
import type { StatusWord } from "../shell/chip.tsx";

/** What a proven history says of the certificate; `unknown`: nothing that this page understands. */
export type Standing = {
  status: StatusWord;
  /** First day of the status; null for one that is valid or unknown. */
  since: string | null;
  suspendedUntil: string | null;
  holderName: string;
  issuedOn: string;
  validUntil: string;
};

export type ProvenStream = { log: string; stream: string; events: readonly ProvenEvent[] };
type ProvenEvent = { entry: EntryOfLog };

/** After every instant at which an entry was recorded: all of a proof is known. */
const ALL_KNOWN = "9999-12-31T23:59:59.999Z";

const NOTHING_KNOWN: Standing = {
  status: "unknown",
  since: null,
  suspendedUntil: null,
  holderName: "",
  issuedOn: "",
  validUntil: "",
};

/** A certificate as a proof names it: its number, in the log of which institution. */
export type ProvenSubject = { institution: string; number: string };

/** Null: the proof holds no record of the certificate. */
export function provenStanding(
  streams: readonly ProvenStream[],
  { institution, number }: ProvenSubject,
  on: string,
): Standing | null {
  const entries = streams
    .filter(({ log, stream }) => log === institution && stream === certificateStream(number))
    .flatMap(({ events }) => events.map(({ entry }) => entry));
  if (entries.length === 0) return null;
  const events = certificateEvents(entries);
  // An act of a kind that came later than this page could have changed everything.
  if (events.length < entries.length) return NOTHING_KNOWN;
  const answer = certificateAt(events, { on, knownAt: ALL_KNOWN });
  if (answer === null) return NOTHING_KNOWN;
  const { holderName, issuedOn, validUntil } = answer.report;
  const { status, suspendedUntil } = answer;
  const since = status === "valid" ? null : answer.statusSince;
  return { status, since, suspendedUntil, holderName, issuedOn, validUntil };
}
