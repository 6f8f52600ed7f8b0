import type { RuleContent } from "./rule-content.ts";
import type { FiledInformation } from "./rule-state.ts";

export const RULE_BUNDLE_FORMAT = "suzheng-rule/1";

/** What is filed, docs/formats/rule-bundle.md. Its canonical JSON is the evidence. */
export type RuleBundle = {
  readonly format: typeof RULE_BUNDLE_FORMAT;
  readonly institution: string;
  readonly rule: string;
  readonly content: RuleContent;
};

/** No files is no member, as in bundles from before there were files. */
export function ruleBundle(institution: string, rule: string, content: RuleContent): RuleBundle {
  const { files = [], ...rest } = content;
  const filed = files.length === 0 ? rest : content;
  return { format: RULE_BUNDLE_FORMAT, institution, rule, content: filed };
}

/**
 * The part of a content that the register tells. Null for one that the self-check would not let
 * pass.
 */
export function filedInformation(
  content: RuleContent,
  stored: { readonly hash: string; readonly bytes: number },
): FiledInformation | null {
  const { category, issuedOn } = content;
  if (category === null || issuedOn === null) return null;
  return {
    title: content.title.zh,
    titleEnglish: content.title.en === "" ? null : content.title.en,
    category,
    field: content.field,
    number: content.number,
    issuer: content.issuer,
    issuedOn,
    updatedOn: content.updatedOn,
    itemCodes: content.itemCodes,
    contentHash: stored.hash,
    contentBytes: stored.bytes,
    isExecutable: content.pack !== null,
  };
}
