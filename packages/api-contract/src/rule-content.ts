import { z } from "zod";
import { Day } from "./day.ts";

const Line = z.string().max(300);

/**
 * Chosen with the first draft; stands in the stream's name, so it never changes. A rule or version
 * called `diff`, or a version that ends in `.json`, would take the address of something else.
 */
export const RuleId = z
  .string()
  .max(60)
  .regex(/^(?!diff$)[a-z0-9]+(-[a-z0-9]+)*$/);
/** What a version is called: `1`, `2.0`, `2025`. */
export const RuleVersionLabel = z
  .string()
  .regex(/^(?!diff$)(?!.*\.json$)[0-9A-Za-z][0-9A-Za-z.-]{0,30}$/);

/** Chinese first; `en` is empty where there is no translation. */
export const RuleText = z.object({ zh: z.string().max(60_000), en: z.string().max(60_000) });
export type RuleText = z.infer<typeof RuleText>;

/** 认证类别 */
export const RuleCategory = z.enum(["management-system", "product", "service"]);
export type RuleCategory = z.infer<typeof RuleCategory>;

export const RuleClause = z.object({ number: Line, title: RuleText, text: RuleText });
export type RuleClause = z.infer<typeof RuleClause>;

/** 认证依据: its full text, or how everyone can get it. */
export const RuleBasis = z.object({
  number: Line,
  title: Line,
  issuer: Line,
  issuedOn: Day.nullable(),
  access: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("full-text"), text: z.string().max(1_000_000) }),
    z.object({ kind: z.literal("obtainable"), how: z.string().max(2000) }),
  ]),
});
export type RuleBasis = z.infer<typeof RuleBasis>;

/** The executable part, as @suzheng/rules reads it. */
export const RulePackTexts = z.object({
  pack: z.string().max(300_000),
  examples: z.string().max(300_000),
});
export type RulePackTexts = z.infer<typeof RulePackTexts>;

export const RULE_FILE_BYTES_MAX = 20 * 1024 * 1024;
export const RuleFileType = z.enum(["application/pdf", "text/plain"]);
/** As people know it; no path, nothing that cannot be shown. */
export const RuleFileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}/\\]+$/u);
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** A file filed with the rule, such as its full text as PDF, named by its content. */
export const RuleFile = z.object({
  name: RuleFileName,
  /** SHA-256, hex. */
  sha256: Sha256Hex,
  bytes: z.int().min(1).max(RULE_FILE_BYTES_MAX),
  type: RuleFileType,
});
export type RuleFile = z.infer<typeof RuleFile>;

/** What a version says. A draft may leave texts empty and days null; the self-check tells which. */
export const RuleContent = z.object({
  version: z.union([RuleVersionLabel, z.literal("")]),
  title: RuleText,
  category: RuleCategory.nullable(),
  /** 认证领域, as the body's approval names it: `A01`. */
  field: Line,
  /** 规则编号 */
  number: Line,
  issuer: Line,
  issuedOn: Day.nullable(),
  updatedOn: Day.nullable(),
  /** As planned; publishing says it for good. */
  inForceFrom: Day.nullable(),
  /** 认证项目分类代码 */
  itemCodes: z.array(Line).max(200),
  /** 认证标志; empty when there is none. */
  mark: z.string().max(2000),
  basis: z.array(RuleBasis).max(50),
  clauses: z.array(RuleClause).max(1000),
  /** 公开承诺 */
  commitment: z.string().max(20_000),
  pack: RulePackTexts.nullable(),
  /** Kept before by `POST /rules/registry/files`. */
  files: z.array(RuleFile).max(10).optional(),
});
export type RuleContent = z.infer<typeof RuleContent>;

/** The empty draft that a form starts from. */
export const EMPTY_RULE_CONTENT: RuleContent = {
  version: "",
  title: { zh: "", en: "" },
  category: null,
  field: "",
  number: "",
  issuer: "",
  issuedOn: null,
  updatedOn: null,
  inForceFrom: null,
  itemCodes: [],
  mark: "",
  basis: [],
  clauses: [],
  commitment: "",
  pack: null,
};
