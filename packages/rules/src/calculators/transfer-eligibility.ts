import { z } from "zod";
import { addMonths } from "../calendar/dates.ts";
import {
  type Calculation,
  cannotTell,
  computed,
  known,
  type Line,
  malformed,
  missingOf,
  parameterLine,
} from "./calculation.ts";
import type { Statement, TransferCalculator } from "./calculator-document.ts";

/** Null or absent: not known. */
const Answer = z.boolean().nullable().default(null);
const Day = z.iso.date().nullable().default(null);

export const TransferInput = z.strictObject({
  /** The day for which it is asked, a calendar date. */
  on: z.iso.date(),
  status: z.enum(["valid", "suspended", "withdrawn", "cancelled", "expired"]).nullable(),
  /** Last day on which the certificate is valid. */
  validUntil: Day,
  /** Issued under an IAF or regional MLA signatory's accreditation that covers the sub-scope. */
  underMla: Answer,
  issuer: z
    .enum([
      "operating",
      "ceased",
      "accreditation-expired",
      "accreditation-suspended",
      "accreditation-withdrawn",
    ])
    .nullable(),
  /** Since when the issuer is no longer operating or accredited. */
  issuerSince: Day,
  accreditationBodyInformed: Answer,
  accreditationScopeReviewed: Answer,
  lastReportsReviewed: Answer,
  openNonconformitiesReviewed: Answer,
  complaintsReviewed: Answer,
  legalComplianceReviewed: Answer,
  reasonReviewed: Answer,
  cycleReviewed: Answer,
  /** Whether the review calls for a visit, and whether it took place. */
  visitNeeded: Answer,
  visited: Answer,
});
export type TransferInput = z.input<typeof TransferInput>;

type Parsed = z.output<typeof TransferInput>;
type Condition = keyof TransferCalculator["eligibility"] | keyof TransferCalculator["steps"];

export type TransferResult = {
  /** `new-client`: cannot be transferred. `not-yet`: can be once the open steps are done. */
  readonly answer: "transfer" | "not-yet" | "new-client";
  /** Last day for the transfer; null where the certificate's last day is not known. */
  readonly latestOn: string | null;
  /** Conditions that do not hold, or steps not done. */
  readonly open: readonly Condition[];
};

type Judged = { readonly id: Condition; readonly holds: boolean | null; readonly of: Statement };

/**
 * Whether a certificate may be transferred by IAF MD 2. A condition of eligibility that does not
 * hold decides, whatever else is unknown; then what is not known; then steps not yet done. Periods
 * include their last day: six months after 15 January end with 15 July, a certificate counts on
 * `validUntil`.
 */
export function transferEligibility(
  calculator: TransferCalculator,
  input: unknown,
): Calculation<TransferResult> {
  const parsed = TransferInput.safeParse(input);
  if (!parsed.success) return malformed(parsed.error);
  const { monthsAfterIssuerMax } = calculator.parameters;
  const missing = missingOf([monthsAfterIssuerMax]);
  if (missing !== null) return missing;
  const facts = parsed.data;
  const end = endOfPeriod(facts, known(monthsAfterIssuerMax));
  const latestOn = latestDay(facts, end);
  const eligibility = judged(calculator.eligibility, {
    underMla: facts.underMla,
    valid: isValid(facts),
    inTime: isInTime(facts, end),
  });
  const steps = judged(calculator.steps, stepsOf(facts));
  const lines = [...eligibility, ...steps].map(lineOf);
  if (isLost(facts)) lines.push(parameterLine(monthsAfterIssuerMax));
  const failed = eligibility.filter(({ holds }) => holds === false);
  if (failed.length > 0) return answered("new-client", { latestOn, open: failed, lines });
  const unknown = eligibility.filter(({ holds }) => holds === null);
  if (unknown.length > 0) return notKnown(unknown, lines);
  const undone = steps.filter(({ holds }) => holds === false);
  if (undone.length > 0) return answered("not-yet", { latestOn, open: undone, lines });
  const unsaid = steps.filter(({ holds }) => holds === null);
  if (unsaid.length > 0) return notKnown(unsaid, lines);
  return answered("transfer", { latestOn, open: [], lines });
}

/** The issuer ceased or lost its accreditation. */
const isLost = ({ issuer }: Parsed): boolean => issuer !== null && issuer !== "operating";

function isValid({ status, validUntil, on }: Parsed): boolean | null {
  if (status !== null && status !== "valid") return false;
  if (validUntil !== null && validUntil < on) return false;
  return status === null || validUntil === null ? null : true;
}

/** Last day for leaving an issuer that is lost; null while it operates or the day is not known. */
const endOfPeriod = (facts: Parsed, months: number): string | null =>
  isLost(facts) && facts.issuerSince !== null ? addMonths(facts.issuerSince, months) : null;

function latestDay(facts: Parsed, end: string | null): string | null {
  const { issuer, validUntil } = facts;
  if (validUntil === null || issuer === null || (isLost(facts) && end === null)) return null;
  return end !== null && end < validUntil ? end : validUntil;
}

function isInTime({ issuer, on }: Parsed, end: string | null): boolean | null {
  if (issuer === "operating") return true;
  return end === null ? null : on <= end;
}

function stepsOf(facts: Parsed) {
  const { issuer, visitNeeded, visited, accreditationBodyInformed, ...reviewed } = facts;
  const told = issuer === "operating" ? true : accreditationBodyInformed;
  const seen = visitNeeded === false ? true : visited === true ? true : visitNeeded && visited;
  return { ...reviewed, accreditationBodyInformed: told, visited: seen };
}

function judged<Id extends Condition>(
  statements: { readonly [K in Id]: Statement },
  answers: { readonly [K in NoInfer<Id>]: boolean | null },
): Judged[] {
  return (Object.keys(statements) as Id[]).map((id) => ({
    id,
    holds: answers[id],
    of: statements[id],
  }));
}

const lineOf = ({ holds, of: { what, source, confidence } }: Judged): Line => ({
  what,
  value: holds,
  unit: null,
  source,
  confidence,
});

function answered(
  answer: TransferResult["answer"],
  given: { latestOn: string | null; open: readonly Judged[]; lines: readonly Line[] },
): Calculation<TransferResult> {
  const { latestOn, open, lines } = given;
  return computed({ answer, latestOn, open: open.map(({ id }) => id) }, lines);
}

function notKnown(unknown: readonly Judged[], lines: readonly Line[]): Calculation<never> {
  const message = {
    zh: `尚不知道：${unknown.map(({ of }) => of.what.zh).join("；")}`,
    en: `not known: ${unknown.map(({ of }) => of.what.en).join("; ")}`,
  };
  return cannotTell("facts-not-known", message, lines);
}
