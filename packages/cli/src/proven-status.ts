import {
  type CertificateStatus,
  certificateAt,
  certificateEvents,
  certificateStream,
} from "@suzheng/certification";
import { chinaDate } from "@suzheng/server";
import type { Verification } from "@suzheng/verifier";

/** `unknown`: the history holds what this program does not understand, or has not begun yet. */
export type ProvenStatus = {
  status: CertificateStatus | "unknown" | "no-record";
  /** First day of the status; null for `unknown` and `no-record`. */
  since: string | null;
  /** Day in China of the instant that the proof speaks of. */
  on: string;
};

/** After every instant at which an entry was recorded: all of a proof is known. */
const ALL_KNOWN = "9999-12-31T23:59:59.999Z";

/** What a proven history says of its certificate; null where nothing of one is proven. */
export function provenStatus(
  verification: Pick<Verification, "subject" | "provableUpTo" | "streams">,
): ProvenStatus | null {
  const { subject, provableUpTo, streams } = verification;
  if (subject?.kind !== "certificate" || provableUpTo === null) return null;
  const on = chinaDate(provableUpTo.notedAt);
  const entries = streams
    .filter(({ stream }) => stream === certificateStream(subject.number))
    .flatMap(({ events }) => events.map(({ entry }) => entry));
  if (entries.length === 0) return { status: "no-record", since: null, on };
  const events = certificateEvents(entries);
  // An act of a kind that came later than this program could have changed everything.
  const isUnderstood = events.length === entries.length;
  const standing = isUnderstood ? certificateAt(events, { on, knownAt: ALL_KNOWN }) : null;
  if (standing === null) return { status: "unknown", since: null, on };
  return { status: standing.status, since: standing.statusSince, on };
}

const WORDS: Record<ProvenStatus["status"], { zh: string; en: string }> = {
  valid: { zh: "有效", en: "valid" },
  suspended: { zh: "暂停", en: "suspended" },
  withdrawn: { zh: "撤销", en: "withdrawn" },
  cancelled: { zh: "注销", en: "cancelled" },
  expired: { zh: "过期", en: "expired" },
  unknown: { zh: "不能判断", en: "cannot be told" },
  "no-record": { zh: "没有记录", en: "no record" },
};

export function provenStatusLine({ status, since, on }: ProvenStatus): string {
  const { zh, en } = WORDS[status];
  const from =
    since === null ? { zh: "", en: "" } : { zh: `，自 ${since} 起`, en: ` since ${since}` };
  return `截至 ${on}：${zh}${from.zh} / as of ${on}: ${en}${from.en}`;
}
