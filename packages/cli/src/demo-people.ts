import { addDemoPerson, type DemoPerson, newSignInLink, type Platform } from "@suzheng/server";

const REGULATOR = "regulator:demo";

type Invented = Omit<DemoPerson, "institution"> & { title: string; atRegulator?: true };

/** One invented person for each role, so that everything can be tried. */
const PEOPLE: readonly Invented[] = [
  {
    signInName: "demo-rule-manager",
    name: "林晓棠",
    roles: ["rule-manager"],
    title: "规则管理 / rule manager",
  },
  {
    signInName: "demo-quality-responsible",
    name: "郑知远",
    roles: ["quality-responsible"],
    title: "质量负责人 / quality-responsible person",
  },
  {
    signInName: "demo-administrator",
    name: "何书仪",
    roles: ["administrator"],
    title: "机构管理员 / administrator",
  },
  { signInName: "demo-reader", name: "罗一鸣", roles: ["read-only"], title: "只读 / read only" },
  {
    signInName: "demo-reviewer",
    name: "沈问渠",
    roles: ["regulator-reviewer", "administrator"],
    title: "监管部门审查员 / regulator's reviewer",
    atRegulator: true,
  },
];

/** The people of the body with most to see, and of an invented regulator. */
export async function addDemoPeople({ accounts }: Platform, body: string): Promise<void> {
  const name = "样例省市场监督管理局（演示）";
  const regulator = { institution: REGULATOR, name, kind: "regulator" } as const;
  await accounts.organisations.register(regulator, accounts.now());
  for (const { title: _title, atRegulator, ...person } of PEOPLE) {
    const institution = atRegulator === true ? REGULATOR : body;
    const added = await addDemoPerson(accounts, { ...person, institution });
    if (added.outcome === "refused") throw new Error(`no demo person: ${added.code}`);
  }
}

/** Each link signs in once; the next start prints new ones. */
export async function printSignInLinks({ accounts }: Platform, site: string): Promise<void> {
  const lines: string[] = [];
  for (const { signInName, name, title } of PEOPLE) {
    const code = await newSignInLink(accounts, signInName);
    if (code !== null) lines.push(`  ${title} ${name}\n    ${site}/workspace/enter#${code}`);
  }
  // An installation filled before there were accounts has no such people.
  if (lines.length === 0) return;
  console.log("工作台登录（每个链接一次有效，重新启动后换新）/ to the workspaces, once per link:");
  console.log(lines.join("\n"));
}
