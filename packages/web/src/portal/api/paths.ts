const API = "/api/v1";

/** Drops empty values, keeps the given order. */
function query(values: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : "";
}

const part = encodeURIComponent;

export const apiPaths = {
  about: `${API}/about`,
  codeLists: `${API}/code-lists`,
  trust: "/trust.json",
  rules: `${API}/rules`,
  calculators: `${API}/calculators`,
  imports: `${API}/imports`,
  certificates: (values: { q?: string; body?: string }) => `${API}/certificates${query(values)}`,
  trace: (number: string, on: string | null) =>
    `${API}/certificates/${part(number)}/trace${query({ on })}`,
  proof: (number: string) => `${API}/certificates/${part(number)}/proof`,
  absence: (number: string) => `${API}/certificates/${part(number)}/absence`,
  ruleVersion: (id: string, version: string) =>
    `${API}/rules/${part(id)}/versions/${part(version)}`,
  rule: (id: string) => `${API}/rules/${part(id)}`,
  clauses: (values: Record<string, string | null | undefined>) =>
    `${API}/rules/search${query(values)}`,
  ruleDiff: (id: string, values: { from: string; to: string }) =>
    `${API}/rules/${part(id)}/diff${query(values)}`,
  ruleCertificates: (id: string, version: string) =>
    `${API}/rules/${part(id)}/versions/${part(version)}/certificates`,
  calculator: (id: string, version: string) => `${API}/calculators/${part(id)}/${part(version)}`,
  calculations: (id: string, version: string) =>
    `${API}/calculators/${part(id)}/${part(version)}/calculations`,
  vectors: (id: string, version: string) =>
    `${API}/calculators/${part(id)}/${part(version)}/vectors.json`,
  institutions: (q: string) => `${API}/institutions${query({ q })}`,
  institution: (approvalNumber: string) => `${API}/institutions/${part(approvalNumber)}`,
  import: (id: string) => `${API}/imports/${part(id)}`,
};

export const pagePaths = {
  certificate: (number: string, on?: string | null) => `/c/${part(number)}${query({ on })}`,
  rule: (id: string) => `/rules/${part(id)}`,
  ruleVersion: (id: string, version: string, clause?: string) =>
    `/rules/${part(id)}/${part(version)}${clause ? `#${clauseAnchor(clause)}` : ""}`,
  filedVersion: (of: { institution: string; rule: string; version: string; clause: string }) =>
    `/rules/${[of.institution, of.rule, of.version].map(part).join("/")}#${clauseAnchor(of.clause)}`,
  packFile: (id: string, version: string) => `/rules/${part(id)}/${part(version)}.json`,
  ruleDiff: (id: string, values: { from: string; to: string }) =>
    `/rules/${part(id)}/diff${query(values)}`,
  calculator: (id: string, version: string) => `/calculators/${part(id)}/${part(version)}`,
  body: (approvalNumber: string) => `/bodies/${part(approvalNumber)}`,
  qr: (number: string) => `/c/${part(number)}/qr.svg`,
};

/** Fragment of a clause on the rule's page. */
export function clauseAnchor(clause: string): string {
  return `c-${clause.replace(/[^\p{L}\p{N}.]+/gu, "-")}`;
}
