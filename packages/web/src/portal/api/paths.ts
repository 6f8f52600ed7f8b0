const API = "/api/v1";

/** Drops empty values, keeps the given order. */
function query(values: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : "";
}

const part = encodeURIComponent;

/** A rule as addressed: one shipped with the platform by its id, a filed one by body and id. */
export type RuleName = { institution: string | null; id: string };

/** Bodies are written in capitals, ids of rules never are. */
export const isBody = (name: string): boolean => /\p{Lu}/u.test(name);

const shipped = (id: string): RuleName => ({ institution: null, id });
const rulePlace = ({ institution, id }: RuleName): string =>
  institution === null ? part(id) : `${part(institution)}/${part(id)}`;
/** Where the API has the rule. */
const ruleRoot = (rule: RuleName): string =>
  `${API}/rules/${rule.institution === null ? "" : "registered/"}${rulePlace(rule)}`;

export const apiPaths = {
  about: `${API}/about`,
  codeLists: `${API}/code-lists`,
  trust: "/trust.json",
  rules: (values: Record<string, string | null | undefined>) => `${API}/rules${query(values)}`,
  calculators: `${API}/calculators`,
  imports: `${API}/imports`,
  certificates: (values: { q?: string; body?: string }) => `${API}/certificates${query(values)}`,
  trace: (number: string, on: string | null) =>
    `${API}/certificates/${part(number)}/trace${query({ on })}`,
  proof: (number: string) => `${API}/certificates/${part(number)}/proof`,
  absence: (number: string) => `${API}/certificates/${part(number)}/absence`,
  packSchema: `${API}/rules/schema.json`,
  translations: `${API}/rules/translations`,
  bundleSchema: `${API}/rules/bundle-schema.json`,
  rule: (rule: RuleName) => ruleRoot(rule),
  ruleVersion: (rule: RuleName, version: string) => `${ruleRoot(rule)}/versions/${part(version)}`,
  clauses: (values: Record<string, string | null | undefined>) =>
    `${API}/rules/search${query(values)}`,
  ruleDiff: (rule: RuleName, values: { from: string; to: string }) =>
    `${ruleRoot(rule)}/diff${query(values)}`,
  ruleCertificates: (rule: RuleName, version: string) =>
    `${ruleRoot(rule)}/versions/${part(version)}/certificates`,
  ruleProof: (rule: RuleName) => `${ruleRoot(rule)}/proof`,
  filedFile: (rule: RuleName, version: string, sha256: string) =>
    `${ruleRoot(rule)}/versions/${part(version)}/files/${sha256}`,
  /** Of a filed rule: the exact bytes that were filed. */
  filedBundle: (rule: RuleName, version: string) =>
    `${ruleRoot(rule)}/versions/${part(version)}/bundle`,
  calculator: (id: string, version: string) => `${API}/calculators/${part(id)}/${part(version)}`,
  calculations: (id: string, version: string) =>
    `${API}/calculators/${part(id)}/${part(version)}/calculations`,
  vectors: (id: string, version: string) =>
    `${API}/calculators/${part(id)}/${part(version)}/vectors.json`,
  institutions: (q: string) => `${API}/institutions${query({ q })}`,
  institution: (approvalNumber: string) => `${API}/institutions/${part(approvalNumber)}`,
  certificateCounts: (approvalNumber: string) =>
    `${apiPaths.institution(approvalNumber)}/certificate-counts`,
  import: (id: string) => `${API}/imports/${part(id)}`,
};

export const pagePaths = {
  certificate: (number: string, on?: string | null) => `/c/${part(number)}${query({ on })}`,
  rules: (values: Record<string, string>) => `/rules${query(values)}`,
  rule: (rule: RuleName) => `/rules/${rulePlace(rule)}`,
  /** Of a rule shipped with the platform, as verdicts name it. */
  ruleVersion: (id: string, version: string, clause?: string) =>
    pagePaths.versionOf(shipped(id), version, clause),
  versionOf: (rule: RuleName, version: string, clause?: string): string =>
    `/rules/${rulePlace(rule)}/${part(version)}${clause ? `#${clauseAnchor(clause)}` : ""}`,
  machineForm: (rule: RuleName, version: string) =>
    `/rules/${rulePlace(rule)}/${part(version)}.json`,
  ruleDiff: (rule: RuleName, values: { from: string; to: string }) =>
    `/rules/${rulePlace(rule)}/diff${query(values)}`,
  calculator: (id: string, version: string) => `/calculators/${part(id)}/${part(version)}`,
  body: (approvalNumber: string) => `/bodies/${part(approvalNumber)}`,
  qr: (number: string) => `/c/${part(number)}/qr.svg`,
};

/** Fragment of a clause on the rule's page. */
export function clauseAnchor(clause: string): string {
  return `c-${clause.replace(/[^\p{L}\p{N}.]+/gu, "-")}`;
}
