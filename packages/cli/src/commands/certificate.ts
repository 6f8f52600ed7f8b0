import { CodedError, changeWithholding, foldNumber } from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";

async function change(
  act: "withhold" | "release",
  numberAsTyped: string,
  reason: string,
): Promise<void> {
  const number = foldNumber(numberAsTyped);
  await withPlatform(async (platform) => {
    const record = await platform.reader.byNumber(number);
    const changed = await changeWithholding(
      { ...platform, submitter: "cli" },
      { institution: record?.institution ?? "", number, act, reason },
    );
    if (changed.outcome === "refused") {
      throw new CodedError(changed.code, {
        detail: changed.message,
        wayOut: { zh: "核对编号。", en: "Check the number." },
      });
    }
    await platform.publisher.publish();
    console.log(`${number} #${changed.index}`);
  });
}

export function certificateCommand(): Command {
  const command = new Command("certificate").description(
    "证书的公开 / public display of certificates",
  );
  command
    .command("withhold")
    .description("停止公开一张证书；记录仍在日志中 / stop its public display; the log keeps it")
    .argument("<number>")
    .requiredOption("--reason <text>", "公开的理由，不含个人信息 / public reason, no personal data")
    .action((number: string, { reason }: { reason: string }) => change("withhold", number, reason));
  command
    .command("release")
    .description("恢复公开 / resume its public display")
    .argument("<number>")
    .requiredOption("--reason <text>", "公开的理由 / public reason")
    .action((number: string, { reason }: { reason: string }) => change("release", number, reason));
  return command;
}
