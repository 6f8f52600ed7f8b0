import {
  CodedError,
  chinaDate,
  type Platform,
  type SweepChange,
  type SweepReport,
  sweepPlatform,
  trySweep,
} from "@suzheng/server";
import { Command } from "commander";
import { dayArgument } from "../day-argument.ts";
import { withPlatform } from "../local-platform.ts";

type Options = { on?: string; dryRun: boolean; json: boolean };

/** Listed one by one; beyond that they are counted. */
const CHANGES_MAX = 1000;

const WORDS: Readonly<Record<SweepChange["what"], string>> = {
  opened: "打开 / opens",
  closed: "了结 / closes",
  reminder: "提醒 / reminder",
  overdue: "超期 / overdue",
  lapsed: "已失效 / lapsed",
  escalated: "转下一步 / next step",
};

const dayWithoutDryRun = () =>
  new CodedError("sweep-day-without-dry-run", {
    detail: {
      zh: "巡查期限以今天为准，别的日子只能试算。",
      en: "a sweep is as of today; another day can only be tried",
    },
    wayOut: { zh: "加上 --dry-run，或去掉 --on。", en: "Add --dry-run, or leave out --on." },
  });

const dayIsPast = (on: string, today: string) =>
  new CodedError("sweep-day-past", {
    detail: {
      zh: `\`${on}\` 早于今天（${today}）；那时的证书状态已经改变。`,
      en: `\`${on}\` is before today (${today}), and certificates stood otherwise then`,
    },
    wayOut: { zh: "写今天或以后的日期。", en: "Name today or a later day." },
  });

const underWay = () =>
  new CodedError("sweep-under-way", {
    detail: {
      zh: "另一个进程正在巡查同一数据库的期限。",
      en: "another process is sweeping the same database",
    },
    wayOut: {
      zh: "稍后再试；运行中的服务器每分钟自己巡查一次。",
      en: "Try again later; a running server sweeps every minute by itself.",
    },
  });

async function sweep(options: Options): Promise<void> {
  if (options.on !== undefined && !options.dryRun) throw dayWithoutDryRun();
  await withPlatform(async (platform) => {
    const changes: SweepChange[] = [];
    const onChanges = (batch: readonly SweepChange[]) =>
      void changes.push(...batch.slice(0, CHANGES_MAX - changes.length));
    const today = chinaDate(platform.now());
    const on = options.on ?? today;
    if (on < today) throw dayIsPast(on, today);
    const report = await run(platform, { on, dryRun: options.dryRun, onChanges });
    const said = { on, dryRun: options.dryRun, ...report };
    if (options.json) console.log(JSON.stringify({ ...said, changes }));
    else print(said, changes);
  });
}

type Run = { on: string; dryRun: boolean; onChanges: (changes: readonly SweepChange[]) => void };

async function run(platform: Platform, { on, dryRun, onChanges }: Run): Promise<SweepReport> {
  const report = dryRun
    ? await trySweep(platform, { on, onChanges })
    : await sweepPlatform(platform, { onChanges });
  if (report === "somebody-else-sweeps") throw underWay();
  return report;
}

function print(
  report: SweepReport & { on: string; dryRun: boolean },
  changes: readonly SweepChange[],
): void {
  for (const { what, institution, number, rule, clause, step, dueOn } of changes) {
    console.log(`${dueOn}  ${number}  ${step}  ${WORDS[what]}  ${rule} ${clause}  ${institution}`);
  }
  const { on, dryRun, projected, due, opened, closed, messages } = report;
  const more = opened + closed + messages - changes.length;
  if (more > 0) console.log(`…… 另有 ${more} 项 / and ${more} more`);
  console.log(
    `${dryRun ? "试算，未写入 / tried, nothing stored" : "已巡查 / swept"}  ${on}
  看过证书 / certificates looked at ${projected + due}（新记录 / new acts ${projected}，到日子 / by the day ${due}）
  打开 / opened ${opened} · 了结 / closed ${closed} · 消息 / messages ${messages}`,
  );
}

export const sweepCommand = () =>
  new Command("sweep")
    .description(
      "巡查一次期限：打开、提醒、转下一步、了结；运行中的服务器每分钟自己巡查 / sweep deadlines once: open, remind, escalate, close; a running server does so every minute",
    )
    .option("--dry-run", "只说会怎样，什么也不写入 / only say what would change", false)
    .option(
      "--on <day>",
      "与 --dry-run 合用：假定到那天为止没有新的记录 / with --dry-run: as if nothing new came until that day",
      dayArgument,
    )
    .option("--json", "输出 JSON / print JSON", false)
    .action(sweep);
