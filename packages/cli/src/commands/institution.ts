import { CodedError, connectInstitution } from "@suzheng/server";
import { Command } from "commander";
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
      throw new CodedError(registration.code, {
        detail: registration.message,
        wayOut: { zh: "。请修正后重新执行。", en: "Mend the command and run it again." },
      });
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
  return command;
}
