import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Institution, simulateSector, writeReportFiles } from "@suzheng/sector";
import { CodedError, chinaDate } from "@suzheng/server";
import { Command, Option } from "commander";
import { readyFolder } from "../output-files.ts";

type Options = {
  seed: string;
  bodies: string;
  certificates: string;
  years: string;
  today?: string;
  reportFiles: string;
  format: "csv" | "xlsx";
  monthly: boolean;
  malformed: string;
};

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new CodedError("option-malformed", {
    detail: {
      zh: `--${name} \`${text}\` 应为正整数。`,
      en: `--${name} \`${text}\` is not a positive number`,
    },
    wayOut: { zh: `例如 --${name} 12。`, en: `For example --${name} 12.` },
  });
}

function shareOf(name: string, text: string): number {
  const share = Number(text);
  if (text.trim() !== "" && share >= 0 && share <= 1) return share;
  throw new CodedError("option-malformed", {
    detail: {
      zh: `--${name} \`${text}\` 应为 0 到 1 之间的数。`,
      en: `--${name} \`${text}\` is not a number from 0 to 1`,
    },
    wayOut: { zh: `例如 --${name} 0.1。`, en: `For example --${name} 0.1.` },
  });
}

function dateOf(name: string, text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new CodedError("option-malformed", {
    detail: {
      zh: `--${name} \`${text}\` 不是日期。`,
      en: `--${name} \`${text}\` is not a calendar date`,
    },
    wayOut: { zh: `例如 --${name} 2026-06-30。`, en: `For example --${name} 2026-06-30.` },
  });
}

/** Every body has at least one certificate. */
function sizesOf({ bodies, certificates }: Options): { bodies: number; certificates: number } {
  const sizes = {
    bodies: countOf("bodies", bodies),
    certificates: countOf("certificates", certificates),
  };
  if (sizes.certificates >= sizes.bodies) return sizes;
  throw new CodedError("option-malformed", {
    detail: {
      zh: `${certificates} 张证书分不到 ${bodies} 家机构。`,
      en: `${certificates} certificates cannot fill ${bodies} bodies`,
    },
    wayOut: {
      zh: "增加 --certificates，或减少 --bodies。",
      en: "Raise --certificates or lower --bodies.",
    },
  });
}

/** Files of another sector beside these would be imported with them. */
async function emptyFolder(given: string): Promise<string> {
  const folder = await readyFolder(given);
  const report = readdirSync(folder).find((name) => /\.(csv|xlsx)$/i.test(name));
  if (report === undefined) return folder;
  throw new CodedError("output-folder-not-empty", {
    detail: {
      zh: `\`${given}\` 中已有报表文件，如 \`${report}\`。`,
      en: `\`${given}\` holds report files already, such as \`${report}\``,
    },
    wayOut: { zh: "换一个空文件夹，或先清空它。", en: "Choose an empty folder or empty it first." },
  });
}

async function simulate(options: Options): Promise<void> {
  const folder = await emptyFolder(options.reportFiles);
  const sector = simulateSector({
    seed: options.seed,
    ...sizesOf(options),
    yearsBack: countOf("years", options.years),
    today: dateOf("today", options.today ?? chinaDate(new Date().toISOString())),
    malformed: shareOf("malformed", options.malformed),
  });
  const written = await writeReportFiles(sector, {
    folder,
    format: options.format,
    fileNaming: options.monthly ? "per-body-and-month" : "per-body",
  });
  const { rows, files, faults } = written;
  writeInstitutions(join(folder, "0-institutions.csv"), sector.institutions);
  console.log(`${files.length + 1} 个文件 / files → ${options.reportFiles}`);
  console.log(
    `102010 ${rows["102010"]} · 103010 ${rows["103010"]} · 103011 ${rows["103011"]} 行 / rows`,
  );
  console.log(`埋入的问题 / planted faults: ${faults.length}`);
  console.log(`下一步 / next: npx suzheng import ${join(options.reportFiles, "*")}`);
}

/** So that the files can be imported into an empty installation as they are. */
function writeInstitutions(file: string, institutions: readonly Institution[]): void {
  const header = "RZJG_ID,RZJG_NAME,RZJG_NAME_EN,RZJG_FIELDS,RZJG_BRANCHES";
  const rows = institutions.map(({ approvalNumber, name, nameEnglish, fields, branches }) =>
    [approvalNumber, name, `"${nameEnglish}"`, fields.join("；"), branches.join("；")].join(","),
  );
  writeFileSync(file, `${[header, ...rows].join("\n")}\n`);
}

export const simulateCommand = () =>
  new Command("simulate")
    .description("按种子生成虚构行业的上报文件 / write report files of an invented sector")
    .option("--seed <seed>", "种子 / seed", "1")
    .option("--bodies <n>", "机构数 / bodies", "12")
    .option("--certificates <n>", "证书数 / certificates", "5000")
    .option("--years <n>", "年数 / years of history", "2")
    .option("--today <date>", "历史截止日 / last day of the history")
    .requiredOption("--report-files <folder>", "输出文件夹 / folder to write to")
    .addOption(new Option("--format <format>").choices(["csv", "xlsx"]).default("csv"))
    .option("--monthly", "每机构每月一个文件 / a file per body and month", false)
    .option("--malformed <rate>", "错误单元格比例 / share of rows with a broken cell", "0")
    .action(simulate);
