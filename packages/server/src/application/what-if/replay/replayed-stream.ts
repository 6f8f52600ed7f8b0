import {
  type CertificateEvent,
  type CertificateState,
  evolveCertificate,
  initialCertificate,
  isEventType,
  withNulls,
} from "@suzheng/certification";
import type { Judged } from "@suzheng/rules";
import type { HistoryEntry } from "./history-reader.ts";

/** What trying out reads of an entry. */
export type PastEntry = {
  readonly index: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly commitments?: Readonly<Record<string, string>>;
  readonly judged?: readonly Judged[];
};

/** Entries are ours and immutable; whether they are intact is told by fsck, not here. */
export function readEntry({ index, text }: HistoryEntry): PastEntry {
  return { ...(JSON.parse(text) as Omit<PastEntry, "index">), index };
}

const CERTIFICATE_EVENTS: ReadonlySet<string> = new Set<CertificateEvent["type"]>([
  "CertificateReported",
  "AuditParticipationReported",
  "CertificateWithheld",
  "CertificateReleased",
]);

/** The state of a certificate's stream after one more entry; other streams keep none here. */
export function certificateAfter(state: CertificateState, entry: PastEntry): CertificateState {
  const { type, occurredOn } = entry;
  if (!isEventType(type) || !CERTIFICATE_EVENTS.has(type)) return state;
  // What the domain wrote it can read.
  const event = { type, schema: 1, occurredOn, data: withNulls(type, entry.data) };
  return evolveCertificate(state, event as unknown as CertificateEvent);
}

/** The state of a certificate as it was when the log held the entries before an index. */
export function certificateBefore(
  entries: readonly PastEntry[],
  beforeIndex: number,
): CertificateState {
  return entries
    .filter(({ index }) => index < beforeIndex)
    .reduce(certificateAfter, initialCertificate);
}
