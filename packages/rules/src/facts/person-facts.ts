import { always, countedOver, type FactsOf, nullable } from "./declaration.ts";

const ANY_SCHEME = always("text", "认证领域", "scheme; OTHER when the matter belongs to none");

/** A person takes up, or is found in, practice at a body. */
export const ENGAGEMENT_FACTS = {
  scheme: ANY_SCHEME,
  engagedOn: always("date", "执业日期", "day on which the engagement is looked at"),
  bodiesAtOnce: nullable(
    "number",
    "同时执业机构数",
    "bodies at which the person practises on that day",
  ),
  contractGiven: nullable("flag", "已签合同", "a contract is on record, full-time or part-time"),
  registeredUntil: nullable("date", "注册有效期截止日", "last day of registration"),
  revokedOn: nullable("date", "注册撤销日期", "day on which a registration was revoked"),
  overseas: nullable(
    "text",
    "境外审核员确认",
    "confirmed or unconfirmed by CCAA; blank when not from overseas",
  ),
  trainingHoursInYear: countedOver(
    "calendar-year",
    "继续教育学时",
    "hours of continuing education in the year",
  ),
  examScore: nullable("number", "考试分数", "points in the registration exam"),
} as const;
export type EngagementFacts = FactsOf<typeof ENGAGEMENT_FACTS>;

/** A registered person asks to practise at another body (转换执业机构). */
export const BODY_CHANGE_FACTS = {
  scheme: ANY_SCHEME,
  requestedOn: always("date", "申请日期", "day of the request"),
  contractEndsOn: nullable("date", "原合同终止日", "end of the contract with the releasing body"),
  releaseAgreed: nullable(
    "text",
    "原机构同意",
    "yes when the releasing body agrees or ended it by agreement",
  ),
  releasingBodyUnable: nullable(
    "text",
    "原机构不能执业",
    "yes when the releasing body is dissolved, bankrupt or unable to work",
  ),
  lastAssignedOn: nullable(
    "date",
    "最近一次安排认证活动",
    "last day of an activity assigned to the person",
  ),
  sanctionedUntil: nullable("date", "处置截止日", "last day of a sanction of the registrar"),
  dismissedOn: nullable("date", "被解聘日期", "day of dismissal by the former body"),
  disputeOpen: nullable("flag", "有未决合同争议", "a contract dispute is unresolved"),
  agreementsOpen: nullable(
    "flag",
    "有未履行的专项约定",
    "special agreements on training, secrecy or competition are not fulfilled",
  ),
  lastChangedOn: nullable("date", "上次转换日期", "day of the last change of body"),
  registrationValid: nullable("flag", "注册有效", "the registration is valid"),
  bodyOnRecord: nullable("flag", "已有执业机构记录", "a practising body is on record"),
} as const;
export type BodyChangeFacts = FactsOf<typeof BODY_CHANGE_FACTS>;
