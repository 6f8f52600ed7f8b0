import { z } from "zod";
import { LocalText, Verdict } from "./rule.ts";

/** A calendar date, `2026-11-22`. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** An instant in UTC with milliseconds, `2026-11-22T10:04:00.000Z`. */
export const IsoInstant = z.string();

/**
 * The five reported states; `expired` is derived from the day asked about when no report says so.
 */
export const CertificateStatus = z.enum([
  "valid",
  "suspended",
  "withdrawn",
  "cancelled",
  "expired",
]);
export type CertificateStatus = z.infer<typeof CertificateStatus>;

export const InstitutionReference = z.object({
  approvalNumber: z.string(),
  name: z.string(),
  /** As the body registered it; null where it has none. */
  nameEnglish: z.string().nullable(),
});

const AHEAD =
  "True when `on` comes after the day in China of `knownAt`. The status then is what present " +
  "records lead to, and no statement that it will hold: whether the certificate is suspended, " +
  "restored, withdrawn or recertified before that day cannot be known. Of the statuses only " +
  "`withdrawn` and `cancelled` are ends that stay.";

/** The day and the instant of knowledge that an answer is for. */
export const CertificateAsOf = z.object({
  on: IsoDate,
  knownAt: IsoInstant,
  ahead: z.boolean().describe(AHEAD),
});

/** What a stranger sees first. Answers for `asOf.on`, as known at `asOf.knownAt`. */
export const Certificate = z.object({
  number: z.string(),
  status: CertificateStatus.describe(
    "On the day `asOf.on`; by present records only where `asOf.ahead` is true.",
  ),
  /** First day of the present status, when reported. */
  statusSince: IsoDate.nullable(),
  /** Official code and words of the reason are not public; only the dates are. */
  suspendedUntil: IsoDate.nullable(),
  asOf: CertificateAsOf,
  holder: z.object({
    name: z.string(),
    /** USCC (18 characters) or, in old reports, the organisation code (9). */
    code: z.string(),
    country: z.string(),
    district: z.string().nullable(),
    addresses: z.array(z.string()),
    headcountCovered: z.number().nullable(),
  }),
  body: InstitutionReference,
  itemCode: z.string(),
  standards: z.array(z.string()),
  scope: z.string(),
  sites: z.array(z.string()),
  firstCertifiedOn: IsoDate.nullable(),
  issuedOn: IsoDate,
  validUntil: IsoDate,
  surveillanceCount: z.number(),
  recertificationCount: z.number(),
  accreditationMarks: z.array(z.string()),
  mainCertificateNumber: z.string().nullable(),
  childCertificateNumbers: z.array(z.string()),
  log: z.object({ institution: z.string(), lastIndex: z.number() }),
});
export type Certificate = z.infer<typeof Certificate>;

export const CertificateSummary = z.object({
  number: z.string(),
  status: CertificateStatus,
  holderName: z.string(),
  holderCode: z.string(),
  body: InstitutionReference,
  itemCode: z.string(),
  issuedOn: IsoDate,
  validUntil: IsoDate,
});
export type CertificateSummary = z.infer<typeof CertificateSummary>;

export const CertificatePage = z.object({
  items: z.array(CertificateSummary),
  /** Opaque; null on the last page. */
  next: z.string().nullable(),
});
export type CertificatePage = z.infer<typeof CertificatePage>;

/** A person as publicly reported. Null: reported but not public, or erased since. */
export const ActPerson = z.object({
  role: z.string(),
  name: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  /** The name was erased; that somebody stood here stays provable. */
  erased: z.boolean(),
});

/** One act of the trace; a row of the log. */
export const Act = z.object({
  /** `leafHash` in hex. */
  log: z.object({ institution: z.string(), index: z.number(), leafHash: z.string() }),
  stream: z.string(),
  version: z.number(),
  type: z.string(),
  occurredOn: IsoDate,
  recordedAt: IsoInstant,
  /** Number of the certification cycle, 0 for the first; null when the act belongs to none. */
  cycle: z.number().nullable(),
  people: z.array(ActPerson),
  /** Public fields of the event, as declared in its schema. */
  data: z.record(z.string(), z.unknown()),
  verdicts: z.array(Verdict),
});
export type Act = z.infer<typeof Act>;

export const Deadline = z.object({
  requirement: z.string(),
  step: z.string(),
  clause: z.string(),
  dueOn: IsoDate,
  state: z.enum(["ahead", "overdue"]),
  unconfirmed: z.boolean(),
  message: LocalText,
  /** How an approved pause has moved the due date; null when none did. */
  tolled: LocalText.nullable(),
});
export type Deadline = z.infer<typeof Deadline>;

export const Trace = z.object({
  certificate: Certificate,
  /** Newest first. */
  acts: z.array(Act),
  deadlines: z.array(Deadline),
  /**
   * Up to when the published directory proves that there is no later act; null before the first
   * publication.
   */
  provableUpTo: IsoInstant.nullable(),
});
export type Trace = z.infer<typeof Trace>;
