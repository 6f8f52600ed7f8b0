import { CodedError } from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../../local-platform.ts";
import { userInviteCommand } from "./user-invite.ts";
import { userListCommand } from "./user-list.ts";

async function token(approvalNumber: string): Promise<void> {
  await withPlatform(async (platform) => {
    const institution = await platform.store.institution(approvalNumber);
    if (institution === null) {
      throw new CodedError("institution-not-registered", {
        detail: {
          zh: `机构 \`${approvalNumber}\` 尚未接入。`,
          en: `\`${approvalNumber}\` is not registered`,
        },
        wayOut: {
          zh: "先用 suzheng institution register 登记。",
          en: "Register it first with `suzheng institution register`.",
        },
      });
    }
    console.log(await platform.tokens.create(approvalNumber));
    console.error("令牌只显示这一次 / the token is shown this once only");
  });
}

async function revoke(approvalNumber: string, id: string): Promise<void> {
  const revoked = await withPlatform((platform) => platform.tokens.revoke(approvalNumber, id));
  if (!revoked) {
    throw new CodedError("token-unknown", {
      detail: {
        zh: `机构 \`${approvalNumber}\` 没有编号为 \`${id}\` 的有效令牌。`,
        en: `\`${approvalNumber}\` has no working token with the id \`${id}\``,
      },
      wayOut: {
        zh: "编号是令牌中的第三段，以下划线分隔。",
        en: "The id is the third part of the token, between underscores.",
      },
    });
  }
  console.log(`令牌 ${id} 已撤回 / revoked`);
}

export function userCommand(): Command {
  const command = new Command("user").description("人员与上报令牌 / people and reporting tokens");
  command.addCommand(userInviteCommand());
  command.addCommand(userListCommand());
  command
    .command("token")
    .description("为机构生成上报令牌 / make a reporting token for a body")
    .argument("<approval-number>")
    .action(token);
  command
    .command("revoke")
    .description("撤回令牌；编号是令牌中的第三段 / revoke a token; the id is its third part")
    .argument("<approval-number>")
    .argument("<id>")
    .action(revoke);
  return command;
}
