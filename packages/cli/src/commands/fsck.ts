import { fsckPlatform } from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";

type Options = { log?: string; json: boolean };

async function check({ log, json }: Options): Promise<void> {
  await withPlatform(async (platform) => {
    const watched = process.stderr.isTTY === true && !json;
    const report = await fsckPlatform(platform, {
      ...(log === undefined ? {} : { log }),
      onProgress({ log: current, entries, entriesTotal }) {
        if (watched) process.stderr.write(`\r${current} ${entries}/${entriesTotal} `);
      },
    });
    if (watched) process.stderr.write("\n");
    process.exitCode = report.ok ? 0 : 1;
    if (json) {
      console.log(JSON.stringify(report));
      return;
    }
    for (const { log: name, where, message, expected, found, kind } of report.damages) {
      console.log(`✕ ${name} ${where} [${kind}] ${message.zh} / ${message.en}`);
      console.log(`    应为 / expected ${expected}`);
      console.log(`    实为 / found    ${found}`);
    }
    const { entries, bytes, seconds, logs, damaged } = report;
    const speed = Math.round(entries / Math.max(seconds, 0.001));
    console.log(
      `${logs.length} 个日志 / logs · ${entries} 条 / entries · ${Math.round(bytes / 1e6)} MB · ${seconds.toFixed(1)} s · ${speed}/s`,
    );
    console.log(report.ok ? "✓ 全部一致 / everything agrees" : `✕ ${damaged} 处损坏 / damages`);
  });
}

export const fsckCommand = () =>
  new Command("fsck")
    .description("从记录重算一切并比对 / recompute everything from the entries and compare")
    .option("--log <approval-number>", "只查一个日志 / only this log")
    .option("--json", "输出 JSON / print JSON", false)
    .action(check);
