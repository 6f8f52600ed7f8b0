import { isKnownItemCode } from "../code-lists.ts";
import type { LocalText } from "../local-text.ts";
import { isApprovedCode, type RuleOwner } from "./approved-field.ts";
import type { RuleContent } from "./rule-content.ts";
import { publishedVersion, type RuleState, versionOf } from "./rule-state.ts";
import { SELF_CHECK_FINDINGS, type SelfCheckCode } from "./self-check-words.ts";

export type SelfCheckFinding = {
  readonly code: SelfCheckCode;
  readonly severity: "error" | "notice";
  readonly message: LocalText;
  readonly wayOut: LocalText;
  /** Path into the content, `clauses.3.text.zh`. */
  readonly field: string;
};

function finding(code: SelfCheckCode, field: string, value = ""): SelfCheckFinding {
  const { severity, message, wayOut } = SELF_CHECK_FINDINGS[code];
  const { zh, en } = message;
  const named = value === "" ? message : { zh: `${zh}：\`${value}\``, en: `${en}: \`${value}\`` };
  return { code, severity, message: named, wayOut, field };
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === "";

/** Facts: what can be said of a version before it is filed. */
export function selfCheckRule(
  content: RuleContent,
  owner: RuleOwner,
  state: RuleState,
): SelfCheckFinding[] {
  return [
    ...missingInformation(content),
    ...missingText(content),
    ...missingBasis(content),
    ...(isBlank(content.commitment) ? [finding("commitment-missing", "commitment")] : []),
    ...outsideField(content, owner),
    ...againstOthers(content, state),
  ];
}

/** Fact R-10. */
function missingInformation(content: RuleContent): SelfCheckFinding[] {
  const required: readonly [string, string | null][] = [
    ["version", content.version],
    ["title.zh", content.title.zh],
    ["category", content.category],
    ["field", content.field],
    ["number", content.number],
    ["issuer", content.issuer],
    ["issuedOn", content.issuedOn],
    ["inForceFrom", content.inForceFrom],
    ["itemCodes", content.itemCodes.join("")],
  ];
  return required
    .filter(([, value]) => isBlank(value))
    .map(([field]) => finding("information-missing", field));
}

function missingText({ clauses }: RuleContent): SelfCheckFinding[] {
  if (clauses.length === 0) return [finding("full-text-missing", "clauses")];
  const seen = new Set<string>();
  return clauses.flatMap(({ number, text }, i) => {
    const found: SelfCheckFinding[] = [];
    if (isBlank(number)) found.push(finding("full-text-missing", `clauses.${i}.number`));
    else if (seen.has(number)) {
      found.push(finding("clause-number-repeated", `clauses.${i}.number`, number));
    }
    seen.add(number);
    if (isBlank(text.zh)) found.push(finding("full-text-missing", `clauses.${i}.text.zh`));
    return found;
  });
}

function missingBasis({ basis }: RuleContent): SelfCheckFinding[] {
  if (basis.length === 0) return [finding("basis-missing", "basis")];
  return basis.flatMap(({ number, title, issuer, issuedOn, access }, i) => {
    const required = { number, title, issuer, issuedOn };
    const found = Object.entries(required)
      .filter(([, value]) => isBlank(value))
      .map(([name]) => finding("information-missing", `basis.${i}.${name}`));
    const text = access.kind === "full-text" ? access.text : access.how;
    return isBlank(text) ? [...found, finding("basis-access-missing", `basis.${i}.access`)] : found;
  });
}

/** Fact R-06. */
function outsideField({ field, itemCodes }: RuleContent, owner: RuleOwner): SelfCheckFinding[] {
  const found =
    isBlank(field) || isApprovedCode(owner, field)
      ? []
      : [finding("field-not-approved", "field", field)];
  const codes = itemCodes.flatMap((code, i) => {
    const wrong = itemCodeFinding(code, owner);
    return wrong === null ? [] : [finding(wrong, `itemCodes.${i}`, code)];
  });
  return [...found, ...codes];
}

/** Fact R-11: filings use the latest codes. The list here is open: what it lacks may be right. */
function itemCodeFinding(code: string, owner: RuleOwner): SelfCheckCode | null {
  if (!isApprovedCode(owner, code)) return "item-code-not-approved";
  return isKnownItemCode(code) ? null : "item-code-not-listed";
}

function againstOthers({ version, inForceFrom }: RuleContent, state: RuleState) {
  const filed = versionOf(state, version);
  if (filed !== null && filed.state !== "returned") {
    return [finding("version-already-filed", "version", version)];
  }
  const present = publishedVersion(state);
  if (present === null || inForceFrom === null) return [];
  const isLater = inForceFrom > (present.inForceFrom ?? "");
  const code = isLater ? "supersedes-version" : "in-force-not-later";
  return [finding(code, "inForceFrom", present.version)];
}
