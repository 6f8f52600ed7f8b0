import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { Command } from "commander";

const BENCH = resolve(import.meta.dirname, "../../../../bench/run.ts");

function bench(only: string[]): void {
  const { status } = spawnSync(process.execPath, [BENCH, ...only], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}

export const benchCommand = () =>
  new Command("bench")
    .description("量测并与同次运行的极限并列 / measure beside limits of the same run")
    .argument("[only...]", "只跑所列项目 / only these")
    .action(bench);
