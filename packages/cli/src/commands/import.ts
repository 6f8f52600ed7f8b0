import { basename, join, resolve } from "node:path";
import type { ImportRun, ImportSummary } from "@suzheng/api-contract";
import { CodedError, type ImportProgress, runImport } from "@suzheng/server";
import { Command } from "commander";
import { type ApiServer, askServer } from "../api-client.ts";
import { withPlatform } from "../local-platform.ts";
import { readyFolder, writeOutput } from "../output-files.ts";
import { progressBar } from "../progress-bar.ts";
import { uploadReports } from "../upload-reports.ts";

type Options = {
  institution?: string;
  dryRun: boolean;
  allOrNothing: boolean;
  json: boolean;
  rejected: string;
  server?: string;
  token?: string;
};

type Result = {
  summary: ImportSummary;
  rejectedFiles: string[];
  recordedNothing: boolean;
  /** Stopped from the keyboard before the last row. */
  isInterrupted: boolean;
};

/** As a shell says it of a command that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;

/**
 * A long import becomes provable as it goes; more often would cost the import more than it gives.
 */
const PUBLISH_EVERY_MS = 5_000;

async function importLocally(files: string[], options: Options): Promise<Result> {
  const folder = await readyFolder(options.rejected);
  return withPlatform(async (platform) => {
    const bar = progressBar(options.json);
    const request = {
      files: files.map((path) => ({ name: basename(path), path: resolve(path) })),
      institution: options.institution ?? null,
      ownInstitution: null,
      submitter: "cli",
      dryRun: options.dryRun,
      allOrNothing: options.allOrNothing,
    };
    const stopping = new AbortController();
    process.once("SIGINT", () => stopping.abort());
    const publishing = publishMeanwhile(platform.publisher);
    const packs = platform.packs.map(({ pack }) => pack);
    let soFar: ImportSummary | null = null;
    try {
      const onProgress = (progress: ImportProgress) => {
        soFar = progress.summary;
        bar.show(progress);
      };
      const { signal } = stopping;
      const run = { request, folder, onProgress, signal };
      const result = await runImport({ ...platform, packs }, run);
      return { ...result, isInterrupted: signal.aborted };
    } catch (error) {
      bar.end();
      if (soFar !== null) sayRecorded(soFar, options);
      throw error;
    } finally {
      bar.end();
      await publishing.stop();
      await platform.publisher.publish();
    }
  });
}

function publishMeanwhile(publisher: { publish(): Promise<boolean> }) {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = publisher.publish().finally(() => {
      busy = false;
    });
    // A fault shows at the last publication, which is awaited.
    running.catch(() => {});
  }, PUBLISH_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running.catch(() => {});
    },
  };
}

async function importOverApi(files: string[], options: Options): Promise<Result> {
  const { server = "", token } = options;
  const folder = await readyFolder(options.rejected);
  const api: ApiServer = { server, token };
  const bar = progressBar(options.json);
  const run: ImportRun = await uploadReports(api, files, {
    ...options,
    onProgress: (progress) => bar.show(progress),
  });
  bar.end();
  if (run.problem !== null) {
    const { code, message } = run.problem;
    const { zh, en } = inBothLanguages(message);
    throw new CodedError(code, { detail: { zh, en }, wayOut: { zh: "", en: "" } });
  }
  const rejectedFiles: string[] = [];
  for (const { name, url } of run.rejectedFiles) {
    const answer = await askServer(api, url);
    await writeOutput(join(folder, name), Buffer.from(await answer.arrayBuffer()));
    rejectedFiles.push(name);
  }
  const nothing = options.dryRun || (options.allOrNothing && run.summary.rejected > 0);
  return { summary: run.summary, rejectedFiles, recordedNothing: nothing, isInterrupted: false };
}

/** A run's message is `Chinese / English`; a slash may stand in either part. */
function inBothLanguages(message: string): { zh: string; en: string } {
  const parts = /^(.*?) \/ ((?:(?!\p{Script=Han}).)*)$/su.exec(message);
  return { zh: parts?.[1] ?? message, en: parts?.[2] ?? message };
}

/** What stands all the same when an import breaks off. */
function sayRecorded(summary: ImportSummary, options: Options): void {
  const isKept = summary.recorded > 0 && !options.dryRun && !options.allOrNothing;
  if (isKept) console.error(countsOf(summary, options));
}

function countsOf({ rows, recorded, unchanged, rejected }: ImportSummary, options: Options) {
  const judged = options.dryRun ? "可记录 / would be recorded" : "已记录 / recorded";
  return `行 / rows ${rows} · ${judged} ${recorded} · 无变化 / unchanged ${unchanged} · 退回 / rejected ${rejected}`;
}

const REASONS_SHOWN_MAX = 10;

/** The summary lists some of the reasons, the files of rejected rows hold all. */
function printReasons({ errors, rejected }: ImportSummary): void {
  const shown = errors.slice(0, REASONS_SHOWN_MAX);
  for (const { file, row, field, code, message } of shown) {
    console.log(`  ${file}:${row} ${field ?? ""} [${code}] ${message}`);
  }
  const rowsShown = new Set(shown.map(({ file, row }) => `${file}:${row}`)).size;
  const more = rejected - rowsShown;
  if (more <= 0) return;
  console.log(`  … 另有 ${more} 行，原因见退回的文件 / ${more} more rows, see the rejected files`);
}

function printResult(result: Result, options: Options): void {
  const { summary, rejectedFiles, recordedNothing, isInterrupted } = result;
  console.log(countsOf(summary, options));
  printReasons(summary);
  for (const name of rejectedFiles) {
    console.log(
      `退回的行，改好后再次导入 / mend and import again: ${resolve(options.rejected, name)}`,
    );
  }
  if (recordedNothing) console.log("没有记录任何内容 / nothing was recorded");
  if (isInterrupted) {
    console.log(
      "已中断；已记录的行有效，再次导入同样的文件即可继续 / interrupted: recorded rows stand, the same files again go on from there",
    );
  }
}

async function importFiles(files: string[], options: Options): Promise<void> {
  const result = await (options.server === undefined
    ? importLocally(files, options)
    : importOverApi(files, options));
  if (options.json) console.log(JSON.stringify(result.summary));
  else printResult(result, options);
  const { summary, isInterrupted } = result;
  process.exitCode = isInterrupted ? EXIT_INTERRUPTED : summary.rejected > 0 ? 2 : 0;
}

export const importCommand = () =>
  new Command("import")
    .description("导入上报文件（102010、103010、103011；.csv、.xlsx）/ import report files")
    .argument("<files...>")
    .option(
      "--institution <approval-number>",
      "文件未写明机构时指定 / body of files that name none",
    )
    .option("--dry-run", "只判定，不记录 / judge only", false)
    .option(
      "--all-or-nothing",
      "有一行退回则全部不记录 / record nothing if a row is rejected",
      false,
    )
    .option("--json", "输出一个 JSON 对象 / print one JSON object", false)
    .option("--rejected <folder>", "退回文件所在文件夹 / folder for rejected rows", ".")
    .option("--server <url>", "交给运行中的服务 / hand in to a running server")
    .option("--token <token>", "上报令牌 / reporting token", process.env.SUZHENG_TOKEN)
    .action(importFiles);
