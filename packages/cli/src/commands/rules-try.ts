import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  beginOperatorWhatIf,
  CodedError,
  loadRulePacks,
  type Platform,
  unfinishedOperatorWhatIf,
  type WhatIfCase,
  type WhatIfProgress,
  type WhatIfRun,
  whatIfPartsOf,
} from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";

type Options = {
  since: string;
  institution: string[];
  set: string[];
  against: string;
  resume: boolean;
  json: boolean;
};

function textsIn(folder: string) {
  const pack = join(folder, "pack.yaml");
  const examples = join(folder, "examples.yaml");
  const missing = [pack, examples].find((file) => !existsSync(file));
  if (missing !== undefined) throw packMissing(missing);
  return { pack: readFileSync(pack, "utf8"), examples: readFileSync(examples, "utf8") };
}

const packMissing = (file: string) =>
  new CodedError("rule-pack-missing", {
    detail: { zh: `没有文件 \`${file}\`。`, en: `there is no file \`${file}\`` },
    wayOut: {
      zh: "写明含 pack.yaml 与 examples.yaml 的文件夹，如 rule-packs/cnca-qms-01/2025。",
      en: "Name a folder with pack.yaml and examples.yaml, such as rule-packs/cnca-qms-01/2025.",
    },
  });

/** `150`, `true` and `null` as what they say, everything else as text. */
function parameterOf(given: string): [string, string | number | boolean | null] {
  const at = given.indexOf("=");
  const [id, text] = [given.slice(0, at), given.slice(at + 1)];
  if (at < 1 || text === "") throw settingUnreadable(given);
  if (text === "true" || text === "false") return [id, text === "true"];
  return [id, Number.isFinite(Number(text)) ? Number(text) : text];
}

const settingUnreadable = (given: string) =>
  new CodedError("setting-unreadable", {
    detail: { zh: `看不懂 \`${given}\`。`, en: `\`${given}\` is no setting of a parameter` },
    wayOut: { zh: "写成 参数=值。", en: "Write it as parameter=value." },
  });

/** The newest version that is published under the tried pack's id; null: it is new. */
function publishedUnder(folder: string, against: string): PackDocument | null {
  const id = /^id:\s*"?([\w-]+)/m.exec(textsIn(folder).pack)?.[1] ?? "";
  const versions = loadRulePacks(against)
    .map(({ pack }) => pack.document)
    .filter((document) => document.id === id)
    .sort((one, other) => (one.inForceFrom < other.inForceFrom ? 1 : -1));
  return versions[0] ?? null;
}

type PackDocument = ReturnType<typeof loadRulePacks>[number]["pack"]["document"];

async function runToTry(platform: Platform, folder: string | undefined, options: Options) {
  if (options.resume) {
    const run = await unfinishedOperatorWhatIf(platform);
    if (run !== null) return run;
    throw new CodedError("nothing-to-resume", {
      detail: { zh: "没有中断的试算。", en: "no run was left unfinished" },
      wayOut: { zh: "去掉 --resume 重新开始。", en: "Start one without --resume." },
    });
  }
  if (folder === undefined) throw settingUnreadable("");
  if (!isDay(options.since)) throw dayUnreadable(options.since);
  const published = publishedUnder(folder, options.against);
  return beginOperatorWhatIf(platform, {
    since: options.since,
    institutions: options.institution.length === 0 ? null : options.institution,
    before: published && textsIn(join(options.against, published.id, published.version)),
    base: {
      kind: published === null ? "none" : "pack",
      institution: null,
      rule: published?.id ?? "",
      version: published?.version ?? "",
    },
    after: textsIn(folder),
    parameters: Object.fromEntries(options.set.map(parameterOf)),
  });
}

/** `2024-02-30` is none. */
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const dayUnreadable = (given: string) =>
  new CodedError("setting-unreadable", {
    detail: { zh: `\`${given}\` 不是日期。`, en: `\`${given}\` is no date` },
    wayOut: { zh: "写成 2024-01-01 这样。", en: "Write it like 2024-01-01." },
  });

const isWatched = (options: Options) => process.stderr.isTTY === true && !options.json;

function show({ read, entriesTotal, tried, flipped, counted }: WhatIfProgress): void {
  const percent = Math.floor((100 * read) / Math.max(1, entriesTotal));
  const counting = counted === null ? "" : ` · 累计人员总数 counting totals ${counted}`;
  process.stderr.write(
    `\r${percent}% · ${read}/${entriesTotal} 条 / entries · 试算 ${tried} tried · 变化 ${flipped} flipped${counting} `,
  );
}

/** The first of them; the page of a run lists all. */
const CASES_SHOWN = 50;
const CASES_IN_JSON = 1000;

function printCases(cases: readonly WhatIfCase[], all: number): void {
  for (const one of cases) {
    const link =
      one.certificate === null ? `${one.institution}#${one.index}` : `/c/${one.certificate}`;
    console.log(`  ${one.occurredOn} ${one.requirement} ${one.before} → ${one.after} ${link}`);
  }
  if (all <= cases.length) return;
  console.log(
    `  … 共 ${all} 处变化；--json 给出前 ${CASES_IN_JSON} 处 / flips; the first with --json`,
  );
}

function print({ tally, state, job }: WhatIfRun, cases: readonly WhatIfCase[]): void {
  for (const { institution, requirement, clause, before, after, acts } of tally.counts) {
    console.log(`${institution} ${clause} ${requirement} ${before} → ${after}: ${acts}`);
  }
  printCases(
    cases,
    tally.counts.reduce((sum, { acts }) => sum + acts, 0),
  );
  for (const { requirement, missing } of tally.requirements) {
    for (const { fact, acts } of missing) {
      console.log(`${requirement}: ${acts} 项缺 / acts without ${fact}`);
    }
  }
  const { tried, flipped, contradicted } = tally;
  console.log(
    `自 ${job.since}：试算 ${tried} 项行为，${flipped} 项结论变化 / since ${job.since}: ${tried} acts tried, ${flipped} with an outcome that flips`,
  );
  if (contradicted > 0) {
    console.log(
      `${contradicted} 项行为的事实与当时所记不同，以当时所记为准 / of ${contradicted} acts the log tells facts otherwise than noted; those noted were taken`,
    );
  }
  if (state !== "finished") {
    console.log("已中断；用 --resume 继续 / stopped; go on with --resume");
  }
}

async function report(platform: Platform, end: WhatIfRun, { json }: Options): Promise<void> {
  const { id, state, tally, job } = end;
  const limit = json ? CASES_IN_JSON : CASES_SHOWN;
  const cases = await whatIfPartsOf(platform).runs.cases(end, { filter: {}, after: null, limit });
  if (json) console.log(JSON.stringify({ id, state, since: job.since, ...tally, cases }));
  else print(end, cases);
}

/** An answer like any other: nothing can flip. */
function printNothing({ detail, wayOut }: CodedError, { json, since }: Options): void {
  const nothing = { state: "finished", since, read: 0, tried: 0, flipped: 0, contradicted: 0 };
  if (json) console.log(JSON.stringify({ ...nothing, requirements: [], counts: [], cases: [] }));
  else console.log(`${detail.zh}${wayOut.zh}\n${detail.en}. ${wayOut.en}`);
}

async function tryPack(folder: string | undefined, options: Options): Promise<void> {
  await withPlatform(async (platform) => {
    const run = await runToTry(platform, folder, options).catch((error: unknown) => {
      if (!(error instanceof CodedError) || error.code !== "what-if-changes-nothing") throw error;
      printNothing(error, options);
      return null;
    });
    if (run === null) return;
    const running = whatIfPartsOf(platform).start(run, (progress) => {
      if (isWatched(options)) show(progress);
    });
    const stop = () => running.stop("cancelled");
    process.once("SIGINT", stop);
    try {
      const end = await running.ended;
      if (isWatched(options)) process.stderr.write("\n");
      await report(platform, end, options);
      if (end.state === "cancelled") process.exitCode = 130;
    } finally {
      process.removeListener("SIGINT", stop);
    }
  });
}

const listed = (value: string, before: string[]) => [...before, value];

export const rulesTryCommand = () =>
  new Command("try")
    .description("在历史记录上试算规则包 / try a pack on recorded history: which outcomes flip")
    .argument("[folder]", "规则包文件夹 / folder with pack.yaml and examples.yaml")
    .option("--since <date>", "从哪天起的行为 / acts from this day on", "2024-01-01")
    .option("--institution <approval-number>", "只看这些机构 / only these bodies", listed, [])
    .option("--set <parameter=value>", "改变参数 / change a parameter", listed, [])
    .option("--against <folder>", "已发布的规则包 / the published packs", "rule-packs")
    .option("--resume", "继续中断的试算 / go on with the run that was stopped", false)
    .option("--json", "输出 JSON / print JSON", false)
    .action(tryPack);
