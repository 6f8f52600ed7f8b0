import { CodedError, eraseAccount, type Platform, recoverAccount } from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";
import { site } from "../site.ts";

const REFUSALS = {
  "member-unknown": {
    detail: {
      zh: "没有使用这个登录名、且在某机构有角色的人。",
      en: "nobody with this sign-in name has a role at an institution",
    },
    wayOut: {
      zh: "用 suzheng user list 查登录名；没有角色的人用 suzheng user invite 重新邀请。",
      en: "Look it up with `suzheng user list`; invite a person without a role by `suzheng user invite`.",
    },
  },
  "last-administrator": {
    detail: {
      zh: "这是其机构的最后一名管理员。",
      en: "this is the last administrator of an institution",
    },
    wayOut: {
      zh: "先用 suzheng user invite 为该机构任命另一名管理员。",
      en: "First appoint another with `suzheng user invite`.",
    },
  },
  "confirmation-differs": {
    detail: {
      zh: "--confirm 与登录名不同，什么都没有抹除。",
      en: "--confirm is not the sign-in name; nothing was erased",
    },
    wayOut: {
      zh: "抹除不能撤回；确认后在 --confirm 后照样再写一遍登录名。",
      en: "Erasing cannot be taken back; to confirm, repeat the sign-in name after --confirm.",
    },
  },
};

/** The operator is bound to no institution, so that it also helps a last administrator. */
async function onAccount({ accounts }: Platform, signInName: string) {
  const known = await accounts.accounts.bySignInName(signInName.normalize("NFKC").toLowerCase());
  if (known === null) throw refusal("member-unknown");
  return { account: known.account, institution: null, by: null, at: accounts.now() };
}

const isKnown = (code: string): code is keyof typeof REFUSALS => Object.hasOwn(REFUSALS, code);

function refusal(code: string): Error {
  return isKnown(code) ? new CodedError(code, REFUSALS[code]) : new Error(`refused: ${code}`);
}

async function recover(signInName: string): Promise<void> {
  const link = await withPlatform(async (platform) => {
    const on = await onAccount(platform, signInName);
    const made = await recoverAccount(platform.accounts, on, site());
    if (made.outcome === "refused") throw refusal(made.code);
    return made.value.link;
  });
  console.log(link);
  console.error(
    "原有的登录方式和会话已全部失效；链接只显示这一次，七天内有效 / former means of signing in and sessions no longer work; the link is shown this once and works once, within seven days",
  );
}

async function erase(signInName: string, { confirm }: { confirm: string }): Promise<void> {
  const account = await withPlatform(async (platform) => {
    const on = await onAccount(platform, signInName);
    const erased = await eraseAccount(platform.accounts, on, confirm);
    if (erased.outcome === "refused") throw refusal(erased.code);
    return on.account;
  });
  console.log(`账户 ${account} 的个人信息已抹除 / personal values erased`);
}

export function accountCommand(): Command {
  const command = new Command("account").description("个人账户 / accounts of persons");
  command
    .command("recover")
    .description("为丢失全部登录方式的人生成一次性链接 / a one-time link for who lost every means")
    .argument("<sign-in-name>", "登录名 / sign-in name")
    .action(recover);
  command
    .command("erase")
    .description("抹除账户的个人信息 / erase the personal values of an account")
    .argument("<sign-in-name>", "登录名 / sign-in name")
    .requiredOption("--confirm <sign-in-name>", "再写一遍登录名 / the sign-in name once more")
    .action(erase);
  return command;
}
