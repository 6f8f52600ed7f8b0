import {
  CodedError,
  changeStatusOfInstitution,
  connectInstitution,
  type StatusChange,
} from "@suzheng/server";
import { Argument, Command } from "commander";
import { dayArgument } from "../day-argument.ts";
import { withPlatform } from "../local-platform.ts";

type Options = { name: string; english?: string; field: string[]; branch: string[] };

const gather = (value: string, list: string[]) => [...list, value];

async function register(approvalNumber: string, options: Options): Promise<void> {
  await withPlatform(async (platform) => {
    const registration = await connectInstitution(
      { ...platform, submitter: "cli" },
      {
        approvalNumber,
        name: options.name,
        nameEnglish: options.english ?? null,
        fields: options.field,
        branches: options.branch,
      },
    );
    if (registration.outcome === "refused") {
      throw refusal(registration.code, registration.message);
    }
    await platform.publisher.publish();
    const registered = registration.outcome === "registered";
    console.log(
      registered
        ? `已接入 ${registration.approvalNumber} / registered`
        : `${registration.approvalNumber} 早已接入，内容相同 / registered already, nothing changed`,
    );
  });
}

type StatusOptions = { reason?: string; on?: string };

const STATUSES: readonly StatusChange["status"][] = [
  "active",
  "suspended",
  "withdrawn",
  "cancelled",
];

const refusal = (code: string, detail: { zh: string; en: string }) =>
  new CodedError(code, {
    detail,
    wayOut: { zh: "。请修正后重新执行。", en: "Mend the command and run it again." },
  });

async function changeStatus(
  approvalNumber: string,
  status: StatusChange["status"],
  { reason, on }: StatusOptions,
): Promise<void> {
  await withPlatform(async (platform) => {
    const change = { approvalNumber, status, reason: reason ?? null, changedOn: on ?? null };
    const changed = await changeStatusOfInstitution({ ...platform, submitter: "cli" }, change);
    if (changed.outcome === "refused") throw refusal(changed.code, changed.message);
    await platform.publisher.publish();
    const isRecorded = changed.outcome === "recorded";
    console.log(
      isRecorded
        ? `${approvalNumber} ${status} / recorded`
        : `${approvalNumber} 状态未变 / unchanged`,
    );
  });
}

export function institutionCommand(): Command {
  const command = new Command("institution").description("接入的机构 / connected institutions");
  command
    .command("register")
    .description("接入一家认证机构 / make a certification body known")
    .argument("<approval-number>", "批准号，如 CNCA-R-2002-034 / approval number")
    .requiredOption("--name <name>", "名称 / name")
    .option("--english <name>", "英文名称 / English name")
    .option("--field <code>", "批准领域，可重复 / approved field, repeatable", gather, [])
    .option("--branch <name>", "分支机构，可重复 / branch, repeatable", gather, [])
    .action(register);
  command
    .command("status")
    .description("记录批准状态的变化 / record that a body's approval changed")
    .argument("<approval-number>", "批准号 / approval number")
    .addArgument(new Argument("<status>", "新状态 / new status").choices([...STATUSES]))
    .option("--reason <text>", "公开的理由，不含个人信息 / public reason, no personal data")
    .option(
      "--on <date>",
      "生效日期，默认今天 / day from which it holds, today by default",
      dayArgument,
    )
    .action(changeStatus);
  return command;
}
