import { z } from "zod";
import { SignedHash } from "./accounts.ts";
import { IsoInstant } from "./certificate.ts";
import { Day } from "./day.ts";
import { LocalText, RuleVersion } from "./rule.ts";
import {
  RuleBasis,
  RuleCategory,
  RuleClause,
  RuleContent,
  RuleFile,
  RuleId,
  RuleText,
  RuleVersionLabel,
} from "./rule-content.ts";

// Routes of the registry. Those of the workspace need a session; `{rule}` is of the institution
// acted for unless an institution stands in the path.
//
//   GET    /rules/registry/drafts                                  RuleDraftList
//   POST   /rules/registry/drafts                                  RuleDraftCreate -> RuleDraft
//   GET    /rules/registry/drafts/{rule}                           RuleDraft
//   PUT    /rules/registry/drafts/{rule}                           RuleDraftSave -> RuleDraft
//          or 409 `draft-moved-on` with DraftConflict's `current`
//   GET    /rules/registry/drafts/{rule}/revisions                 DraftRevisionList
//   GET    /rules/registry/drafts/{rule}/revisions/{counter}       RuleDraft as it was
//   POST   /rules/registry/drafts/{rule}/restore                   RuleDraftRestore -> RuleDraft
//   POST   /rules/registry/drafts/{rule}/self-check                SelfCheckAsk -> SelfCheck
//   POST   /rules/registry/drafts/{rule}/withdraw                  SelfCheckAsk -> 204
//   GET    /rules/registry/rules                                   RegisteredRuleList: ours
//   GET    /rules/registry/filings                                 RegisteredRuleList: to review
//   GET    /rules/registry/rules/{institution}/{rule}              RegisteredRule
//   GET    .../{institution}/{rule}/versions/{version}             RegisteredVersion
//   GET    .../{institution}/{rule}/versions/{version}/bundle      the filed bundle, JSON
//   GET    .../{institution}/{rule}/versions/{version}/certificates  HangingCertificates
//   GET    .../{institution}/{rule}/versions/{version}/files/{sha256}  the file
//   POST   /rules/registry/files?name=          bytes, octet-stream -> RuleFile
//   GET    /rules/registry/files/{sha256}       a file that the institution keeps
//   POST   /rules/registry/acts/prepare                            RuleAct -> PreparedAct
//   POST   /rules/registry/acts                         RuleActRequest -> RecordedRuleAct
// Open to everyone, published versions only:
//   GET    /rules/registered/{institution}/{rule}                  RegisteredRule
//   GET    .../{institution}/{rule}/versions/{version}             PublishedVersion
//   GET    .../{institution}/{rule}/versions/{version}/bundle      immutable, with ETag
//   GET    .../{institution}/{rule}/versions/{version}/certificates  RuleCertificatePage
//   GET    .../{institution}/{rule}/versions/{version}/files/{sha256}  the file, immutable
//   GET    .../{institution}/{rule}/diff?from=&to=                 RuleDiff
//   GET    /rules/registered/{institution}/{rule}/proof            proof file, subject `rule`
//   GET    /rules/bundle-schema.json                               JSON Schema of filed bundles

/** `draft` and `self-checked` are the workspace's; the others follow from acts in the log. */
export const RULE_STATES = [
  "draft",
  "self-checked",
  "filed",
  "under-review",
  "returned",
  "accepted",
  "published",
  "superseded",
  "cancelled",
] as const;
export const RuleState = z.enum(RULE_STATES);
export type RuleState = z.infer<typeof RuleState>;

export const RuleDraftSummary = z.object({
  rule: RuleId,
  state: z.enum(["draft", "self-checked"]),
  title: RuleText,
  version: z.string(),
  counter: z.number(),
  updatedBy: z.string(),
  updatedAt: IsoInstant,
});
export type RuleDraftSummary = z.infer<typeof RuleDraftSummary>;
export const RuleDraftList = z.object({ items: z.array(RuleDraftSummary) });
export type RuleDraftList = z.infer<typeof RuleDraftList>;

export const RuleDraft = RuleDraftSummary.extend({ content: RuleContent });
export type RuleDraft = z.infer<typeof RuleDraft>;

export const RuleDraftCreate = z.object({ rule: RuleId, content: RuleContent });
export type RuleDraftCreate = z.infer<typeof RuleDraftCreate>;
/** `expected`: the counter of the draft that was edited. */
export const SelfCheckAsk = z.object({ expected: z.int().min(1) });
export type SelfCheckAsk = z.infer<typeof SelfCheckAsk>;
export const RuleDraftSave = SelfCheckAsk.extend({ content: RuleContent });
export type RuleDraftSave = z.infer<typeof RuleDraftSave>;
/** Undo: an earlier revision becomes the newest one; nothing is removed. */
export const RuleDraftRestore = SelfCheckAsk.extend({ revision: z.int().min(1) });
export type RuleDraftRestore = z.infer<typeof RuleDraftRestore>;

/** What a 409 `draft-moved-on` carries beside the problem's fields: the other person's version. */
export const DraftConflict = z.object({ current: RuleDraft });
export type DraftConflict = z.infer<typeof DraftConflict>;

export const DraftRevisionList = z.object({
  items: z.array(z.object({ counter: z.number(), savedBy: z.string(), savedAt: IsoInstant })),
});
export type DraftRevisionList = z.infer<typeof DraftRevisionList>;

export const SELF_CHECK_CODES = [
  "information-missing",
  "full-text-missing",
  "basis-missing",
  "basis-access-missing",
  "commitment-missing",
  "field-not-approved",
  "item-code-not-approved",
  "item-code-not-listed",
  "version-already-filed",
  "in-force-not-later",
  "supersedes-version",
  "clause-number-repeated",
  "pack-refused",
  "pack-other-rule",
  "pack-missing",
  "file-missing",
] as const;
export const SelfCheckCode = z.enum(SELF_CHECK_CODES);
export type SelfCheckCode = z.infer<typeof SelfCheckCode>;

export const SelfCheckFinding = z.object({
  code: SelfCheckCode,
  /** An error forbids filing; a notice is for knowing. */
  severity: z.enum(["error", "notice"]),
  message: LocalText,
  wayOut: LocalText,
  /** Field of the content as a path, `clauses.3.text.zh`. */
  field: z.string(),
  /** Of the pack: where its author finds it. */
  place: z.object({ file: z.string(), line: z.number(), clause: z.string().nullable() }).nullable(),
});
export type SelfCheckFinding = z.infer<typeof SelfCheckFinding>;

export const SelfCheck = z.object({
  counter: z.number(),
  /** No errors: the draft can be filed as it is. */
  passed: z.boolean(),
  findings: z.array(SelfCheckFinding),
  checkedAt: IsoInstant,
});
export type SelfCheck = z.infer<typeof SelfCheck>;

const OfBody = z.object({
  institution: z.string().min(1).max(60),
  rule: RuleId,
  version: RuleVersionLabel,
});
const OwnVersion = OfBody.omit({ institution: true });
/** Public for ever; no personal data. */
const Reason = z.string().trim().min(1).max(2000);

export const RuleAct = z.discriminatedUnion("act", [
  z.object({ act: z.literal("file"), rule: RuleId, draftCounter: z.int().min(1) }),
  OwnVersion.extend({ act: z.literal("publish"), inForceFrom: Day }),
  OwnVersion.extend({
    act: z.literal("cancel"),
    reason: Reason,
    /** By when the certificates under it are cancelled or withdrawn; null: nobody has said. */
    certificatesSettledBy: Day.nullable(),
  }),
  OfBody.extend({ act: z.literal("begin-review") }),
  OfBody.extend({ act: z.literal("return"), reason: Reason }),
  OfBody.extend({ act: z.literal("accept"), reason: Reason }),
]);
export type RuleAct = z.infer<typeof RuleAct>;

/** Acts that bind somebody: `signed` is needed, over the hash of `PreparedAct`. */
export const SIGNED_RULE_ACTS = ["file", "publish", "cancel", "return", "accept"] as const;

/** What is about to be signed: `hash` goes to `POST /signatures/begin`. */
export const PreparedAct = z.object({
  /** Canonical JSON of the act, docs/formats/signed-act.md; show it, it is what is signed. */
  statement: z.string(),
  /** SHA-256 of `statement`, base64url. */
  hash: z.string(),
  /** Of the certificates that a cancellation concerns; null for other acts. */
  certificates: z.number().nullable(),
});
export type PreparedAct = z.infer<typeof PreparedAct>;

export const RuleActRequest = z.object({ act: RuleAct, signed: SignedHash.nullable() });
export type RuleActRequest = z.infer<typeof RuleActRequest>;

export const RecordedRuleAct = z.object({
  institution: z.string(),
  rule: z.string(),
  version: z.string(),
  state: RuleState,
  /** Of the entry in the body's log. */
  index: z.number(),
  recordedAt: IsoInstant,
});
export type RecordedRuleAct = z.infer<typeof RecordedRuleAct>;

export const RuleHistoryItem = z.object({
  /** Event type: `RuleFiled`, `RulePublished` … */
  type: z.string(),
  version: z.string(),
  index: z.number(),
  occurredOn: Day,
  recordedAt: IsoInstant,
  isSigned: z.boolean(),
  /** The reviewer's organisation, for acts of a regulator. */
  reviewer: z.object({ institution: z.string(), name: z.string() }).nullable(),
  reason: z.string().nullable(),
});
export type RuleHistoryItem = z.infer<typeof RuleHistoryItem>;

export const RegisteredVersionSummary = z.object({
  version: z.string(),
  state: RuleState,
  title: RuleText,
  category: RuleCategory,
  field: z.string(),
  number: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  itemCodes: z.array(z.string()),
  inForceFrom: Day.nullable(),
  /** Half-open: no longer in force on that day. */
  inForceUntil: Day.nullable(),
  /** SHA-256 of the filed bundle, hex. */
  contentHash: z.string(),
  /** When it was filed first, by the log: what proves authorship. */
  filedAt: IsoInstant,
});
export type RegisteredVersionSummary = z.infer<typeof RegisteredVersionSummary>;

export const RegisteredRule = z.object({
  institution: z.string(),
  institutionName: z.string(),
  rule: z.string(),
  /** Oldest first. */
  versions: z.array(RegisteredVersionSummary),
  /** Oldest first; for everyone, since it stands in the log. */
  history: z.array(RuleHistoryItem),
});
export type RegisteredRule = z.infer<typeof RegisteredRule>;

export const RegisteredRuleList = z.object({
  items: z.array(RegisteredRule.omit({ history: true })),
});
export type RegisteredRuleList = z.infer<typeof RegisteredRuleList>;

export const RegisteredVersion = RegisteredVersionSummary.extend({
  institution: z.string(),
  institutionName: z.string(),
  rule: z.string(),
  mark: z.string(),
  basis: z.array(RuleBasis.omit({ access: true })),
  clauses: z.array(RuleClause),
  commitment: z.string(),
  hasPack: z.boolean(),
  files: z.array(RuleFile),
});
export type RegisteredVersion = z.infer<typeof RegisteredVersion>;

/** How a basis is to be had: its full text stands in the bundle. */
const PublicAccess = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("full-text") }),
  z.object({ kind: z.literal("obtainable"), how: z.string() }),
]);

/** A version as everyone reads it, with what its executable part says. */
export const PublishedVersion = RegisteredVersion.extend({
  updatedOn: Day.nullable(),
  basis: z.array(RuleBasis.extend({ access: PublicAccess })),
  citation: LocalText,
  /** Permanent address of the version; `#c-<clause>` leads to a clause. */
  address: z.string(),
  ...RuleVersion.pick({ parameters: true, requirements: true }).shape,
});
export type PublishedVersion = z.infer<typeof PublishedVersion>;

/** What was filed of a version: docs/formats/rule-bundle.md. */
export const RuleBundle = z.object({
  format: z.literal("suzheng-rule/1"),
  institution: z.string(),
  rule: RuleId,
  content: RuleContent,
});

/**
 * Certificates that hang on a version, by convention: of the body, under one of the version's item
 * codes, issued while it was in force. Duties are open while a certificate is still valid.
 */
export const HangingCertificates = z.object({
  total: z.number(),
  items: z.array(
    z.object({
      number: z.string(),
      holderName: z.string(),
      itemCode: z.string(),
      status: z.string(),
      issuedOn: Day,
      validUntil: Day,
    }),
  ),
  duties: z.array(
    z.object({
      duty: z.literal("cancel-or-withdraw-certificate"),
      certificate: z.string(),
      dueOn: Day.nullable(),
      source: z.string(),
      confidence: z.enum(["high", "medium", "low", "none"]),
    }),
  ),
});
export type HangingCertificates = z.infer<typeof HangingCertificates>;
