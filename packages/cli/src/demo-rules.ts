import type { RuleContent } from "@suzheng/api-contract";
import { addDemoDraft, addDemoRule, chinaDate, type Platform } from "@suzheng/server";
import { WORKLOAD } from "./demo-workload.ts";

const PEOPLE = { draftedBy: "demo-rule-manager", signedBy: "demo-quality-responsible" };

type Body = { name: string; field: string; today: string };

/** An invented rule of an invented body; nothing in it is quoted from anywhere. */
const remoteService = ({ name, field, today }: Body): RuleContent => ({
  version: "1",
  title: {
    zh: "远程服务能力认证规则（演示）",
    en: "Remote service capability, certification rules (demo)",
  },
  category: "management-system",
  field,
  number: "YS-R-001",
  issuer: name,
  issuedOn: today,
  updatedOn: null,
  inForceFrom: today,
  itemCodes: [field],
  mark: "",
  basis: [
    {
      number: "YS/T 001",
      title: "远程服务能力要求（演示）",
      issuer: name,
      issuedOn: today,
      access: { kind: "full-text", text: "服务提供者应公布响应时间，并保存服务记录三年。" },
    },
  ],
  clauses: [
    clause(
      "1",
      ["适用范围", "Scope"],
      [
        "本规则适用于以远程方式提供技术服务的组织。",
        "These rules are for organisations that give technical services from afar.",
      ],
    ),
    clause(
      "2",
      ["审核", "Audit"],
      [
        "初次认证审核应抽查不少于十份服务记录。",
        "The initial audit looks at ten service records or more.",
      ],
    ),
    clause(
      "3",
      ["监督", "Surveillance"],
      [
        "获证后每十二个月至少进行一次监督审核。",
        "Once certified, there is a surveillance audit at least every twelve months.",
      ],
    ),
  ],
  commitment: "本机构对本规则的合法性、真实性、完整性负责（演示）。",
  pack: null,
});

type Words = readonly [zh: string, en: string];

function clause(number: string, title: Words, text: Words): RuleContent["clauses"][number] {
  const both = ([zh, en]: Words) => ({ zh, en });
  return { number, title: both(title), text: both(text) };
}

/** What follows it: one clause says more, one is new. */
function nextRemoteService(body: Body): RuleContent {
  const { clauses, ...first } = remoteService(body);
  const more = clause(
    "2",
    ["审核", "Audit"],
    [
      "初次认证审核应抽查不少于二十份服务记录，其中近三个月的不少于五份。",
      "The initial audit looks at twenty service records or more, five of them of the last three months.",
    ],
  );
  const records = clause(
    "4",
    ["记录", "Records"],
    ["服务记录至少保存三年。", "Service records are kept for three years or longer."],
  );
  return {
    ...first,
    version: "2",
    inForceFrom: nextYear(body.today),
    clauses: [...clauses.map((one) => (one.number === "2" ? more : one)), records],
  };
}

const nextYear = (today: string): string => `${Number(today.slice(0, 4)) + 1}-01-01`;

const dataCustody = (body: Body): RuleContent => ({
  ...remoteService(body),
  title: {
    zh: "数据保管服务认证规则（演示）",
    en: "Data custody service, certification rules (demo)",
  },
  number: "YS-R-002",
  clauses: [
    clause(
      "1",
      ["适用范围", "Scope"],
      [
        "本规则适用于受托保管业务数据的组织。",
        "These rules are for organisations that keep business data for others.",
      ],
    ),
  ],
});

const workload = (body: Body): RuleContent => ({
  ...remoteService(body),
  title: {
    zh: "审核人员工作量规则（演示）",
    en: "Workload of audit teams, rules (demo)",
  },
  number: "YS-R-003",
  clauses: [
    clause(
      "1",
      ["每人现场天数", "On-site days of a person"],
      [
        "审核组每名成员一年的现场审核不超过八十天。",
        "Nobody in a team is on site for more than eighty days a year.",
      ],
    ),
  ],
  pack: WORKLOAD,
});

/** A rule of the body with its next version, one that waits for a reviewer, a draft to try. */
export async function addDemoRules(platform: Platform, institution: string): Promise<void> {
  const body = await platform.store.institution(institution);
  const field = body?.fields.at(-1);
  if (body === null || field === undefined) return;
  const today = chinaDate(platform.now());
  const of = { name: body.name, field, today };
  const [first, second] = [remoteService(of), dataCustody(of)];
  const common = { institution, ...PEOPLE };
  await addDemoRule(platform, {
    ...{ ...common, rule: "remote-service", content: first, publishedFrom: today },
  });
  await addDemoRule(platform, {
    ...{ ...common, rule: "remote-service", content: nextRemoteService(of) },
    publishedFrom: nextYear(today),
  });
  await addDemoRule(platform, {
    ...{ ...common, rule: "data-custody", content: second, publishedFrom: null },
  });
  const draftedBy = PEOPLE.draftedBy;
  await addDemoDraft(platform, {
    ...{ institution, draftedBy, rule: "team-workload", content: workload(of) },
  });
}
