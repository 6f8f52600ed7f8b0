import { always, countedOver, type FactsOf, nullable, unreported } from "./declaration.ts";

/** One row of table 103011: one person in one audit stage, with that person's totals. */
export const PARTICIPATION_FACTS = {
  scheme: always("text", "认证领域", "scheme (QMS, EMS, OHSMS, OTHER)"),
  stage: always(
    "text",
    "审核阶段",
    "stage (stage-1, stage-2, recertification, surveillance, special)",
  ),
  startOn: always("date", "开始日期", "first day on site"),
  endOn: always("date", "结束日期", "last day on site"),
  days: nullable("number", "现场人日", "on-site person-days of this row"),
  role: nullable("text", "组内角色", "role in the team"),
  qualification: always(
    "text",
    "注册资格",
    "qualification (senior, auditor, trainee, expert, other)",
  ),
  registrationGiven: always("flag", "已报注册号", "a registration number was reported"),
  isDecisionMaker: nullable("flag", "同时为认证决定人员", "the person also made the decision"),
  daysInCycleYear: countedOver(
    "cycle-year",
    "周期年现场审核天数",
    "on-site days of the person in the cycle year, all systems, including this row",
  ),
  certificatesInCycleYear: countedOver(
    "cycle-year",
    "周期年匹配证书数",
    "certificates of the person in the cycle year, all systems, including this row",
  ),
  overlapsOther: nullable(
    "flag",
    "同时在他处审核",
    "the person is elsewhere at the same time; null when both were reported for one day without times",
  ),
  stage1EndOn: nullable(
    "date",
    "第一阶段结束日",
    "end of stage 1; for rows of stage 2, null when no row of stage 1 is known",
  ),
  majorOpenSince: unreported(
    "date",
    "严重不符合项未验证时第二阶段结束日",
    "last day of the stage 2 whose major nonconformity this row follows",
  ),
  overseas: unreported(
    "text",
    "境外审核员确认",
    "confirmed or unconfirmed by CCAA; domestic when not from overseas",
  ),
  reportedOn: always("date", "报送日期", "day the row was reported"),
  connectedOn: always("date", "接入日期", "day the body was connected here"),
} as const;
export type ParticipationFacts = FactsOf<typeof PARTICIPATION_FACTS>;

/** One row of table 102010: an audit plan. */
export const PLAN_FACTS = {
  scheme: always("text", "认证领域", "scheme (QMS, EMS, OHSMS, OTHER)"),
  stage: always(
    "text",
    "审核阶段",
    "stage (stage-1, stage-2, recertification, surveillance, special)",
  ),
  mode: nullable("text", "审核方式", "mode (on-site, remote, mixed)"),
  startOn: always("date", "计划开始日", "planned first day"),
  endOn: always("date", "计划结束日", "planned last day"),
  teamSize: always("number", "审核组人数", "size of the team"),
  leaderNamed: always("flag", "已指定组长", "a team leader is named"),
  planNumberFits: nullable(
    "text",
    "计划编号前缀相符",
    "yes when the number begins as recommended: R or RF, sequence, branch",
  ),
  reportedOn: always("date", "报送日期", "day the plan was reported"),
  connectedOn: always("date", "接入日期", "day the body was connected here"),
} as const;
export type PlanFacts = FactsOf<typeof PLAN_FACTS>;

/** The sign-in record of one audit, as the sign-in system holds it after the audit's end. */
export const SIGN_IN_FACTS = {
  scheme: always("text", "认证领域", "scheme"),
  mode: nullable("text", "审核方式", "mode (on-site, remote, mixed)"),
  startOn: always("date", "审核开始日", "first day of the audit"),
  endOn: always("date", "审核结束日", "last day of the audit"),
  reportedOn: always("date", "报送日期", "day up to which the record is known"),
  signIns: always("number", "签到次数", "sign-ins of the team: opening and closing make two"),
  openingDelayHours: nullable(
    "number",
    "首次会议签到滞后小时",
    "hours from the start of the opening meeting to its sign-in; below 0 is earlier",
  ),
  openingOnTheDay: nullable("text", "首次签到在当日", "yes when it is on the day of that meeting"),
  closingAfterStartHours: nullable(
    "number",
    "末次签到距会议开始小时",
    "hours from the start of the closing meeting to its sign-in; below 0 is earlier",
  ),
  closingDelayHours: nullable(
    "number",
    "末次会议签到滞后小时",
    "hours from the end of the closing meeting to its sign-in",
  ),
  openingPhotos: nullable("number", "首次会议照片数", "photos of the opening meeting"),
  closingPhotos: nullable("number", "末次会议照片数", "photos of the closing meeting"),
  wholeTeamShown: nullable(
    "flag",
    "照片含全体组员与客户",
    "photos show the whole team and the client",
  ),
  distanceKm: nullable("number", "签到位置偏差", "largest distance of a sign-in from the site, km"),
  isAnomalous: nullable("text", "签到异常", "yes when the system marked an anomaly"),
  auditorExplainedOn: nullable("date", "审核员说明日期", "day of the auditor's explanation"),
  bodyExplainedOn: nullable("date", "机构说明日期", "day of the body's explanation"),
  remoteReasonOn: nullable(
    "date",
    "远程理由提交日期",
    "day of the reason and evidence for a remote part",
  ),
  planReported: nullable("flag", "任务来自已报计划", "the task comes from a reported plan"),
  topManagementAttended: nullable(
    "flag",
    "最高管理者参加首末次会议",
    "top management attended the opening and closing meetings",
  ),
  topManagementInterviewed: nullable(
    "flag",
    "最高管理者接受访谈",
    "top management was interviewed",
  ),
} as const;
export type SignInFacts = FactsOf<typeof SIGN_IN_FACTS>;
