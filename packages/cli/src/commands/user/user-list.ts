import { chinaDate, type Platform } from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../../local-platform.ts";

async function describe({ accounts }: Platform, institution: string): Promise<string[]> {
  const organisation = await accounts.organisations.get(institution);
  const members = await accounts.members.list(institution);
  const invitations = await accounts.members.invitations(institution, accounts.now());
  return [
    `${institution} ${organisation?.name ?? ""}`,
    ...members.map(({ signInName, name, roles }) => `  ${signInName} ${name}  ${roles.join(", ")}`),
    ...invitations.map(
      ({ name, roles, expiresAt }) =>
        `  （已邀请 / invited）${name ?? ""}  ${roles.join(", ")}  → ${chinaDate(expiresAt)}`,
    ),
  ];
}

async function list({ institution }: { institution?: string }): Promise<void> {
  const lines = await withPlatform(async (platform) => {
    const { organisations } = platform.accounts;
    const ids = institution === undefined ? await organisations.withPeople() : [institution];
    const described: string[] = [];
    for (const id of ids) described.push(...(await describe(platform, id)));
    return described;
  });
  console.log(lines.join("\n"));
}

export const userListCommand = (): Command =>
  new Command("list")
    .description("列出人员与邀请 / list people and invitations")
    .option("--institution <id>", "仅此机构 / of one institution")
    .action(list);
