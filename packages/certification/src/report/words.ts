import { CODE_LISTS, wordOf } from "../code-lists.ts";

export type CertificateStatus = "valid" | "suspended" | "withdrawn" | "cancelled" | "expired";
export type AuditActivity =
  | "initial"
  | "recertification"
  | "surveillance"
  | "special"
  | "change"
  | "other";
export type AuditStage = "stage-1" | "stage-2" | "recertification" | "surveillance" | "special";
export type AuditMode = "on-site" | "remote" | "mixed";
export type ReportType = "new" | "reissue" | "change" | "status";
export type RiskLevel = "high" | "medium" | "low";
export type Qualification = "senior" | "auditor" | "trainee" | "expert" | "other";
export type TeamRole = "leader" | "member" | "expert" | "observer" | "other";
export type Scheme = "QMS" | "EMS" | "OHSMS" | "ISMS" | "OTHER";

/** Each list with a word for every code, and the type of those words. */
type Worded = {
  certificateStatus: CertificateStatus;
  auditActivity: AuditActivity;
  auditStage: AuditStage;
  auditMode: AuditMode;
  reportType: ReportType;
  riskLevel: RiskLevel;
  qualification: Qualification;
};

/**
 * The platform's word for a checked code. The lists are closed, so an unknown code is our fault.
 */
export function word<List extends keyof Worded>(list: List, code: string): Worded[List] {
  const found = wordOf(list, code);
  if (found === null) throw new Error(`code ${code} of ${list} was checked to be known`);
  // The words of CODE_LISTS are the members of these types; code-lists.test.ts holds them together.
  return found as Worded[List];
}

const ROLE_WORDS: Readonly<Record<string, TeamRole>> = {
  组长: "leader",
  审核组长: "leader",
  LEADER: "leader",
  组员: "member",
  审核员: "member",
  MEMBER: "member",
  专家: "expert",
  技术专家: "expert",
  EXPERT: "expert",
  观察员: "observer",
  OBSERVER: "observer",
};

/** Reads a role by code or word; the official codes were not seen, so anything else is "other". */
export function teamRole(text: string | null): TeamRole {
  if (text === null) return "other";
  const code = Object.hasOwn(CODE_LISTS.teamRole.codes, text) ? wordOf("teamRole", text) : null;
  if (code !== null) return code as TeamRole;
  return ROLE_WORDS[text.toUpperCase()] ?? "other";
}

/** Scheme of a certification item code (fact X-07). */
export function schemeOf(itemCode: string): Scheme {
  switch (itemCode.slice(0, 3)) {
    case "A01":
      return "QMS";
    case "A02":
      return "EMS";
    case "A03":
      return "OHSMS";
    case "A05":
      return "ISMS";
    default:
      return "OTHER";
  }
}
