import { addDays, type IsoDate } from "../calendar-date.ts";
import type { CertificateStatus } from "../report/words.ts";
import type { CertificateEvent, CertificateReported } from "./certificate-event.ts";

/** An event as it stands in the log, in the order of the log. */
export type Recorded<Event> = Event & {
  /** Instant in UTC with milliseconds, said by the log. */
  readonly recordedAt: string;
};

export type AsOf = {
  readonly on: IsoDate;
  /** Instant in UTC with milliseconds; what was recorded at that very instant is known. */
  readonly knownAt: string;
};

export type CertificateAt = {
  readonly status: CertificateStatus;
  readonly statusSince: IsoDate;
  /** Reported end of the suspension that holds on the day; null unless suspended. */
  readonly suspendedUntil: IsoDate | null;
  /** True when nobody reported the expiry and it follows from the date. */
  readonly expiryDerived: boolean;
  readonly withheld: boolean;
  /** The report whose content holds on the day. */
  readonly report: CertificateReported["data"];
};

type Segment = {
  readonly from: IsoDate;
  readonly status: CertificateStatus;
  readonly report: CertificateReported["data"];
};

/** Segments by the day they begin; of those for one day the one recorded last stands last. */
function segmentsOf(reports: readonly CertificateReported["data"][]): Segment[] {
  const segments = reports.map((report) => ({
    from: report.effectiveOn,
    status: report.status,
    report,
  }));
  segments.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  const first = segments[0];
  if (first === undefined || first.report.issuedOn >= first.from) return segments;
  // A certificate first heard of in mid-life was valid from its issue until the first reported act.
  return [{ from: first.report.issuedOn, status: "valid", report: first.report }, ...segments];
}

function isWithheld(known: readonly CertificateEvent[]): boolean {
  const last = known.findLast(
    ({ type }) => type === "CertificateWithheld" || type === "CertificateReleased",
  );
  return last?.type === "CertificateWithheld";
}

const ENDED: readonly CertificateStatus[] = ["withdrawn", "cancelled"];

/** Where the run of equal statuses that ends with the last segment began. */
function sinceOf(segments: readonly Segment[]): IsoDate {
  let since: IsoDate = segments.at(-1)?.from ?? "";
  for (let i = segments.length - 1; i > 0; i -= 1) {
    const earlier = segments[i - 1];
    const later = segments[i];
    if (earlier === undefined || later === undefined) break;
    // A gap past the expiry ends the run: the certificate had expired in between.
    if (earlier.status !== later.status || earlier.report.validUntil < addDays(later.from, -1))
      break;
    since = earlier.from;
  }
  return since;
}

/**
 * The answer for a day, as known at an instant. The day of expiry is still valid [G]: certificates
 * say "valid until". A suspension lasts until another act is reported, also past its announced end.
 * Null before the certificate's first day, or when nothing was known.
 */
export function certificateAt(
  events: readonly Recorded<CertificateEvent>[],
  { on, knownAt }: AsOf,
): CertificateAt | null {
  const known = events.filter(({ recordedAt }) => recordedAt <= knownAt);
  const reports = known.flatMap((event) =>
    event.type === "CertificateReported" ? [event.data] : [],
  );
  const begun = segmentsOf(reports).filter(({ from }) => from <= on);
  const last = begun.at(-1);
  if (last === undefined) return null;
  const { report, status } = last;
  const expiryDerived = !ENDED.includes(status) && status !== "expired" && on > report.validUntil;
  return {
    status: expiryDerived ? "expired" : status,
    statusSince: expiryDerived ? addDays(report.validUntil, 1) : sinceOf(begun),
    suspendedUntil: status === "suspended" && !expiryDerived ? report.suspendedUntil : null,
    expiryDerived,
    withheld: isWithheld(known),
    report,
  };
}
