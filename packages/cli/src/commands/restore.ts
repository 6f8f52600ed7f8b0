import { resolve } from "node:path";
import {
  BACKUP_RESTORED,
  CodedError,
  type RestoredLog,
  type RestoreProgress,
  type RestoreRefusal,
  restorePlatform,
} from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";
import { RESTORE_REFUSALS } from "./restore-refusals.ts";

type Options = { from?: string; dryRun: boolean; json: boolean };

async function restore({ from, dryRun, json }: Options): Promise<void> {
  const watched = process.stderr.isTTY === true && !json;
  const onProgress = ({ log, entries, entriesTotal }: RestoreProgress) => {
    if (watched) process.stderr.write(`\r${log} ${entries}/${entriesTotal} `);
  };
  const folder = from === undefined ? null : resolve(from);
  const outcome = await withPlatform(
    (platform) => restorePlatform(platform, { folder, dryRun, onProgress }),
    { alarm },
  );
  if (watched) process.stderr.write("\n");
  if (outcome.outcome === "refused") throw refusal(outcome);
  const { logs } = outcome;
  if (json) {
    console.log(JSON.stringify({ dryRun, logs }));
    return;
  }
  for (const log of logs) console.log(told(log));
  console.log(logs.length === 0 ? NOTHING : dryRun ? TRIED : RESTORED);
}

/** That an old backup is in place is why the command was called. */
function alarm(message: string): void {
  if (!message.includes(BACKUP_RESTORED)) console.error(message);
}

const NOTHING = "✓ 没有缺少的记录 / nothing that was signed is missing";
const TRIED =
  "试运行，未写入；以上都能恢复 / dry run, nothing written; all of this can be restored";
const RESTORED =
  "✓ 已恢复并继续签名。个人信息不在发布的文件中，仍须从备份取得；请运行 suzheng fsck / restored, and signed on from there. Personal values are not among published files. Now run suzheng fsck";

const told = ({ log, from, size }: RestoredLog): string =>
  `${log}  ${from} → ${size} 条 / entries (+${size - from})`;

type Refused = { code: RestoreRefusal; log: string; found: string };

function refusal({ code, log, found }: Refused): CodedError {
  const { detail, wayOut } = RESTORE_REFUSALS[code];
  return new CodedError(code, {
    detail: { zh: `${log}：${detail.zh}（${found}）`, en: `${log}: ${detail.en} (${found})` },
    wayOut,
  });
}

export const restoreCommand = () =>
  new Command("restore")
    .description(
      "从已发布的文件补回数据库缺少的记录 / write back from published files what the database lost",
    )
    .option(
      "--from <folder>",
      "已发布文件的副本，其中有 log/；缺省为数据文件夹自己的 / a copy of the published files with log/ in it; left out, the data folder's own",
    )
    .option("--dry-run", "只核对，不写入 / check only, write nothing", false)
    .option("--json", "输出 JSON / print JSON", false)
    .action(restore);
