import type { Act } from "@suzheng/api-contract";
import type { Words } from "../language/zh.ts";

type Verb = keyof Words["verbs"];

/** What the reports call a stage, by official code or by the platform's word. */
const STAGE_VERB: Record<string, Verb> = {
  "0101": "auditStage1",
  "stage-1": "auditStage1",
  "0102": "auditStage2",
  "stage-2": "auditStage2",
  "0201": "auditRecertification",
  recertification: "auditRecertification",
  "03": "auditSurveillance",
  surveillance: "auditSurveillance",
  "04": "auditSpecial",
  special: "auditSpecial",
};

const STATUS_VERB: Record<string, Verb> = {
  "02": "suspended",
  suspended: "suspended",
  "03": "withdrawn",
  withdrawn: "withdrawn",
  "04": "cancelled",
  cancelled: "cancelled",
  "05": "expired",
  expired: "expired",
};

const ACTIVITY_VERB: Record<string, Verb> = {
  "01": "issued",
  initial: "issued",
  "02": "recertified",
  recertification: "recertified",
  "03": "surveilled",
  surveillance: "surveilled",
  "04": "special",
  special: "special",
  "05": "changed",
  change: "changed",
};

const PLAIN_VERBS: readonly string[] = [
  "InstitutionRegistered",
  "InstitutionStatusChanged",
  "AuditPlanReported",
  "CertificateWithheld",
  "CertificateReleased",
];

/** The first of the named fields that holds text. */
export function textField(act: Pick<Act, "data">, names: readonly string[]): string | null {
  for (const name of names) {
    const value = act.data[name];
    if (typeof value === "string" && value !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

export function stageOf(act: Pick<Act, "data">): string | null {
  return textField(act, ["stage"]);
}

const statusOf = (act: Pick<Act, "data">) => textField(act, ["status"]);
const isStatus = (status: string | null) => status !== null && status in STATUS_VERB;

/** What an act did. `before`: the certificate's previous report, to tell a restoration. */
export function verbOf(act: Pick<Act, "type" | "data">, before: Pick<Act, "data"> | null): Verb {
  if (act.type === "AuditParticipationReported") return stageVerb(stageOf(act));
  if (act.type === "CertificateReported") return reportVerb(act, before);
  return PLAIN_VERBS.includes(act.type) ? (act.type as Verb) : "other";
}

export function stageVerb(stage: string | null): Verb {
  return STAGE_VERB[stage ?? ""] ?? "audit";
}

function reportVerb(act: Pick<Act, "data">, before: Pick<Act, "data"> | null): Verb {
  const status = statusOf(act);
  const statusBefore = before === null ? null : statusOf(before);
  if (isStatus(status) && status !== statusBefore) return STATUS_VERB[status ?? ""] ?? "changed";
  if (!isStatus(status) && isStatus(statusBefore)) return "restored";
  if (before === null) return "issued";
  const activity = textField(act, ["activity"]);
  return ACTIVITY_VERB[activity ?? ""] ?? "CertificateReported";
}
