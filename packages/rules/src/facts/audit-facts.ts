import { always, type FactsOf, nullable } from "./declaration.ts";

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
  daysInCycleYear: nullable(
    "number",
    "周期年现场审核天数",
    "on-site days of the person in the cycle year, all systems, including this row",
  ),
  certificatesInCycleYear: nullable(
    "number",
    "周期年匹配证书数",
    "certificates of the person in the cycle year, all systems, including this row",
  ),
  overlapsOther: nullable("flag", "同时在他处审核", "the person is elsewhere at the same time"),
  stage1EndOn: nullable(
    "date",
    "第一阶段结束日",
    "end of stage 1; for rows of stage 2, null when no row of stage 1 is known",
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
  reportedOn: always("date", "报送日期", "day the plan was reported"),
  connectedOn: always("date", "接入日期", "day the body was connected here"),
} as const;
export type PlanFacts = FactsOf<typeof PLAN_FACTS>;
