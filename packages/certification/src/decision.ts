import type { LocalText } from "./local-text.ts";

/** Who may read a field: everyone, the institution and its regulators, or named purposes only. */
export type Visibility = "public" | "institution" | "restricted";

/** Personal data of an event. The log keeps a salted commitment to it, never the value. */
export type PersonalField = {
  /** `person.name`, `decision-maker.0`, `inspector.2.phone` … */
  readonly name: string;
  readonly value: string;
  readonly visibility: Visibility;
  readonly public: boolean;
};

export function personalField(
  name: string,
  value: string | null,
  visibility: Visibility,
): PersonalField[] {
  if (value === null || value === "") return [];
  return [{ name, value, visibility, public: visibility === "public" }];
}

/** Permanent codes of what the domain refuses. */
export const REFUSALS = {
  "approval-number-malformed": {
    zh: "批准号格式不符，应形如 CNCA-R-2002-034 或 CNCA-RF-2005-21",
    en: "the approval number is malformed; expected CNCA-R-2002-034 or CNCA-RF-2005-21",
  },
  "institution-already-registered": {
    zh: "该机构已登记，批准号相同而内容不同",
    en: "the institution is already registered with other content",
  },
  "institution-not-registered": {
    zh: "该机构尚未登记，请先登记机构",
    en: "the institution is not registered; register it first",
  },
  "institution-status-is-final": {
    zh: "该机构的批准已撤销或注销，状态不能再变化",
    en: "the institution's approval has ended; its status cannot change any more",
  },
  "certificate-not-reported": {
    zh: "该证书尚未上报，请先上报证书信息（103010）",
    en: "the certificate has not been reported; report it in table 103010 first",
  },
  "certificate-of-another-institution": {
    zh: "该证书编号已由另一机构上报",
    en: "the certificate number has been reported by another institution",
  },
  "withdrawn-is-final": {
    zh: "证书已撤销，不能恢复为其他状态；重新认证应使用新证书编号",
    en: "the certificate is withdrawn for good; a new certification takes a new number",
  },
  "cancelled-is-final": {
    zh: "证书已注销，不能恢复；重新认证应使用新证书编号",
    en: "the certificate is cancelled for good; a new certification takes a new number",
  },
  "expired-cannot-be-suspended": {
    zh: "证书已过期，不能再暂停或注销",
    en: "the certificate has expired; it can no longer be suspended or cancelled",
  },
  "expired-needs-new-validity": {
    zh: "证书已过期；恢复有效须有更晚的有效期",
    en: "the certificate has expired; to be valid again it needs a later expiry",
  },
  "child-outlives-main": {
    zh: "子证书有效期不得晚于主证书有效期",
    en: "a child certificate cannot be valid longer than its main certificate",
  },
  "corrected-since": {
    zh: "这一行以前已经记录，其后又有同一行为的另一内容；以后来的为准，没有再次记录",
    en: "the row is recorded already, and a later one says something else of the same act; the later one stands",
  },
  "too-many-rows": {
    zh: "同一张表中关于这张证书（或这个项目）的行已达上限，不能再记录",
    en: "the certificate (or project) has as many rows of this table as can be recorded",
  },
  "already-withheld": { zh: "该证书信息已停止公开", en: "the certificate is already withheld" },
  "not-withheld": { zh: "该证书信息未停止公开", en: "the certificate is not withheld" },
  "field-not-approved": {
    zh: "认证领域或项目代码不在本机构获批的领域内，不能备案",
    en: "the field or an item code lies outside what the body is approved for; it cannot be filed",
  },
  "rule-version-not-filed": { zh: "该版本尚未备案", en: "the version has not been filed" },
  "rule-version-already-filed": {
    zh: "该版本已经备案；修改后请用新的版本号",
    en: "the version has been filed already; a changed text takes a new version number",
  },
  "rule-version-not-awaiting-review": {
    zh: "只有已备案、尚未处理的版本可以受理审查",
    en: "only a filed version that nobody has dealt with can be taken for review",
  },
  "rule-version-not-under-review": {
    zh: "该版本不在审查中",
    en: "the version is not under review",
  },
  "rule-version-not-publishable": {
    zh: "只有已备案或审查通过的版本可以发布",
    en: "only a filed or accepted version can be published",
  },
  "rule-version-already-cancelled": {
    zh: "该版本已注销",
    en: "the version is cancelled already",
  },
  "rule-in-force-not-later": {
    zh: "施行日期须晚于在用版本的施行日期",
    en: "it must be in force from a later day than the version in force",
  },
} as const satisfies Record<string, LocalText>;

export type RefusalCode = keyof typeof REFUSALS;

export type Accepted<Event, State> = {
  readonly outcome: "accept";
  readonly event: Event;
  readonly personal: readonly PersonalField[];
  /** The state after the event, ready for the projection. */
  readonly state: State;
};

export type Unchanged = { readonly outcome: "unchanged" };

export type Refused<Code extends RefusalCode = RefusalCode> = {
  readonly outcome: "refuse";
  readonly code: Code;
  readonly message: LocalText;
};

export type Decision<Event, State, Code extends RefusalCode = RefusalCode> =
  | Accepted<Event, State>
  | Unchanged
  | Refused<Code>;

export const UNCHANGED: Unchanged = { outcome: "unchanged" };

export function refuse<Code extends RefusalCode>(code: Code): Refused<Code> {
  return { outcome: "refuse", code, message: REFUSALS[code] };
}
