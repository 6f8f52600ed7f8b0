import type { RuleContent } from "@suzheng/api-contract";
import {
  addDemoPerson,
  addDemoRule,
  builtPortal,
  cancelDemoRule,
  connectInstitution,
  serve,
} from "@suzheng/server";
import { openTestPlatform } from "../../../packages/server/src/testing/test-platform.ts";
import { inventedPack } from "./invented-pack.ts";

export const BODY = "CNCA-R-2026-901";
const PEOPLE = { draftedBy: "rule-manager", signedBy: "quality-responsible" };

/** Far enough ahead that the first version is in force whenever the test runs. */
export const NEXT_FROM = "2090-01-01";

const text = (zh: string, en = "") => ({ zh, en });
const clause = (number: string, [zh, en]: readonly [string, string], words: string) => ({
  ...{ number, title: text(zh, en), text: text(words) },
});

const FIRST: RuleContent = {
  version: "1",
  title: text("远程服务能力认证规则", "Remote service capability, certification rules"),
  category: "service",
  field: "A01",
  number: "YL-R-001",
  issuer: "样例认证有限公司",
  issuedOn: "2025-12-01",
  updatedOn: null,
  inForceFrom: "2026-01-01",
  itemCodes: ["A01"],
  mark: "样例标志",
  basis: [
    {
      number: "YL/T 001",
      title: "远程服务能力要求",
      issuer: "样例标准协会",
      issuedOn: "2025-10-01",
      access: { kind: "obtainable", how: "向样例标准协会索取" },
    },
  ],
  clauses: [
    clause("1", ["适用范围", "Scope"], "本规则适用于以远程方式提供技术服务的组织。"),
    clause("2", ["审核", "Audit"], "初次认证审核应抽查不少于十份服务记录。"),
    clause("3", ["审核员", "Auditors"], "审核员的现场审核天数有上限。"),
    clause("4", ["申诉", "Appeals"], "申诉应在三十日内答复。"),
  ],
  commitment: "本机构对本规则的合法性、真实性、完整性负责。",
  pack: inventedPack("remote-service", "1", 180),
};

/** Clause 2 with other words, 4 left out, 5 new; the limit under 3 is another. */
const SECOND: RuleContent = {
  ...FIRST,
  version: "2",
  inForceFrom: NEXT_FROM,
  clauses: [
    ...FIRST.clauses.slice(0, 1),
    clause("2", ["审核", "Audit"], "初次认证审核应抽查不少于二十份服务记录。"),
    ...FIRST.clauses.slice(2, 3),
    clause("5", ["记录", "Records"], "服务记录保存三年。"),
  ],
  pack: inventedPack("remote-service", "2", 170),
};

const ENDED: RuleContent = {
  ...FIRST,
  title: text("代办服务认证规则"),
  number: "YL-R-002",
  pack: null,
};

export type FiledRules = Awaited<ReturnType<typeof serveFiledRules>>;

/**
 * A server with a body's rule of two versions, the second to come, one that was cancelled, and one
 * that is only filed.
 */
export async function serveFiledRules() {
  const platform = await openTestPlatform();
  await connectInstitution(
    { ...platform, submitter: "test" },
    { approvalNumber: BODY, name: "样例认证有限公司", fields: ["A01", "A02"] },
  );
  const accounts = { ...platform.accounts, isDemo: () => true };
  for (const role of ["rule-manager", "quality-responsible"] as const) {
    const person = { institution: BODY, roles: [role], signInName: role, name: "样例" };
    await addDemoPerson(accounts, person);
  }
  const file = (rule: string, content: RuleContent, publishedFrom: string | null) =>
    addDemoRule(platform, { institution: BODY, rule, content, publishedFrom, ...PEOPLE });
  await file("remote-service", FIRST, "2026-01-01");
  await file("remote-service", SECOND, NEXT_FROM);
  await file("agency-service", ENDED, "2026-02-01");
  const { signedBy } = PEOPLE;
  const ended = { institution: BODY, rule: "agency-service", version: "1", signedBy };
  await cancelDemoRule(platform, { ...ended, reason: "超出获批领域" });
  await file("filed-only", { ...ENDED, title: text("只备案的规则"), number: "YL-R-003" }, null);
  await platform.publisher.publish();
  const portalFolder = builtPortal();
  const server = await serve(platform, { host: "127.0.0.1", port: 0, demo: false, portalFolder });
  return {
    url: server.url,
    async close(): Promise<void> {
      await server.close();
      await platform.remove();
    },
  };
}
