type LocalWords = { readonly zh: string; readonly en: string };

type Cited = {
  readonly id: string;
  readonly version: string;
  readonly number: LocalWords;
  readonly title: LocalWords;
  readonly issuer: LocalWords;
  readonly issuedOn: string;
};

/** Path of a rule's version on this site; it never changes. */
export const ruleVersionPath = (id: string, version: string): string =>
  `/rules/${id.split("/").map(encodeURIComponent).join("/")}/${encodeURIComponent(version)}`;

type FiledVersionName = { institution: string; rule: string; version: string };

/** The same of a version that a body filed. */
export const filedVersionPath = ({ institution, rule, version }: FiledVersionName): string =>
  `/rules/${[institution, rule, version].map(encodeURIComponent).join("/")}`;

/** Fragment of a clause in a version's page: letters, digits and dots stay as they are. */
export const clauseFragment = (clause: string): string =>
  `c-${clause.replace(/[^\p{L}\p{N}.]+/gu, "-")}`;

/** How a version is cited, with the address and the hash that say which text is meant. */
export function citationOf(rule: Cited, given: { address: string; contentHash: string }) {
  const { id, version, number, title, issuer, issuedOn } = rule;
  const { address, contentHash } = given;
  const sha = `SHA-256 ${contentHash}`;
  return {
    zh: `${issuer.zh}：《${title.zh}》，${number.zh}，${issuedOn} 发布。溯证规则包 ${id} ${version}，${sha}。${address}`,
    en: `${issuer.en}: ${title.en}. ${number.en}, issued ${issuedOn}. Suzheng rule pack ${id} ${version}, ${sha}. ${address}`,
  };
}

type Filed = FiledVersionName &
  Pick<Cited, "title" | "issuedOn"> & { number: string; issuer: string };

/** The same of a version that a body filed; it may have no English title. */
export function filedCitation(filed: Filed, given: { address: string; contentHash: string }) {
  const { institution, rule, version, number, title, issuer, issuedOn } = filed;
  const { address, contentHash } = given;
  const sha = `SHA-256 ${contentHash}`;
  const english = title.en === "" ? title.zh : title.en;
  return {
    zh: `${issuer}：《${title.zh}》，${number}，${issuedOn} 发布。${institution} 备案规则 ${rule} ${version} 版，${sha}。${address}`,
    en: `${issuer}: ${english}. ${number}, issued ${issuedOn}. Rule ${rule}, version ${version}, filed by ${institution}, ${sha}. ${address}`,
  };
}
