import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type AskedPerson,
  CodedError,
  type Erased,
  type ErasureRecord,
  eraseAgain,
  erasePerson,
  erasureRecordText,
  type PersonErased,
  readErasureRecord,
} from "@suzheng/server";
import { Command } from "commander";
import { withPlatform } from "../local-platform.ts";
import { createOutput } from "../output-files.ts";
import { reportError } from "../report-error.ts";
import { PERSON_REFUSALS } from "./person-refusals.ts";

type Options = {
  institution?: string;
  identity?: string;
  registration?: string;
  name?: string;
  withNameAlone: boolean;
  dryRun: boolean;
  confirm?: string;
  output?: string;
  again?: string[];
};

/** Told apart, so that a script that erases everywhere goes on to the next institution. */
const EXIT_NOBODY = 3;

const refusal = (code: keyof typeof PERSON_REFUSALS) => new CodedError(code, PERSON_REFUSALS[code]);

function askedPerson(options: Options): AskedPerson {
  const given = (["identity", "registration", "name"] as const).flatMap((by) => {
    const value = options[by]?.trim() ?? "";
    return value === "" ? [] : [{ by, value }];
  });
  const [asked, ...more] = given;
  if (asked === undefined || more.length > 0) throw refusal("person-not-given");
  return asked;
}

async function eraseOne(options: Options): Promise<void> {
  const { institution, withNameAlone, dryRun, confirm, output } = options;
  if (institution === undefined) throw refusal("person-not-given");
  const asked = askedPerson(options);
  if (!dryRun && confirm === undefined) throw refusal("confirmation-differs");
  if (!dryRun && output === undefined) throw refusal("erasure-record-not-given");
  const keep = (record: ErasureRecord) =>
    createOutput(resolve(output ?? ""), erasureRecordText(record));
  const order = {
    institution,
    asked,
    withNameAlone,
    confirm: dryRun ? null : (confirm ?? ""),
    keep,
  };
  const erased = await withPlatform((platform) => erasePerson(platform, order));
  if (erased.outcome === "refused") throw refusal(erased.code);
  console.log(dryRun ? "试运行，未抹除 / dry run, nothing erased" : "已抹除 / erased");
  say(erased.value);
  sayOfOthers(erased.value);
  if (!dryRun) {
    console.log(
      `抹除记录（请与备份分开保存）/ record, to be kept apart from backups: ${output ?? ""}`,
    );
  }
}

async function repeat(files: readonly string[]): Promise<void> {
  const records: ErasureRecord[] = [];
  for (const file of files) records.push(await recordIn(file));
  await withPlatform(async (platform) => {
    for (const record of records) {
      const erased = await eraseAgain(platform, record);
      if (erased.outcome === "refused") throw refusal(erased.code);
      console.log(`${record.institution} ${record.erasedAt}`);
      say(erased.value);
    }
  });
}

async function recordIn(file: string): Promise<ErasureRecord> {
  const text = await readFile(resolve(file), "utf8").catch(() => "");
  const record = readErasureRecord(text);
  if (record === null) throw refusal("erasure-record-unreadable");
  return record;
}

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ") || "0";

/** Counts only: what is printed may end in a log. */
function say({ values, acts, participations, states, imports, files }: Erased): void {
  console.log(`  值 / values: ${listed(values)}`);
  console.log(`  行为 / acts: ${listed(acts)}`);
  console.log(`  审核参与 / participations: ${participations}`);
  console.log(`  证书状态 / states: ${states}`);
  console.log(`  导入批次、退回文件 / import runs, rejected files: ${imports}, ${files}`);
}

function sayOfOthers({ others, left }: PersonErased): void {
  if (others > 0) {
    console.log(
      `  另有 ${others} 人的同名或同号的值一并抹除 / persons who lose a value in common: ${others}`,
    );
  }
  if (Object.keys(left).length > 0) {
    console.log(
      `  只写有同名、无法区分的值未抹除（--with-name-alone 一并抹除）/ left, a shared name alone (--with-name-alone erases them): ${listed(left)}`,
    );
  }
}

async function erase(options: Options): Promise<void> {
  try {
    await (options.again === undefined ? eraseOne(options) : repeat(options.again));
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== "person-unknown") throw error;
    reportError(error);
    process.exitCode = EXIT_NOBODY;
  }
}

const HELP = `
退出码 / exit codes: 0 已抹除 / erased; 2 拒绝 / refused; 3 没有这样的人 / nobody of that kind; 1 故障 / fault`;

export function personCommand(): Command {
  const command = new Command("person").description("报送中的个人 / persons whom reports name");
  command
    .command("erase")
    .description("抹除一家机构所存的某人的个人信息 / erase what is kept of a person")
    .option("--institution <approval-number>", "机构批准号 / approval number")
    .option("--identity <number>", "证件号码 / identity document")
    .option("--registration <number>", "审核员注册号 / auditor registration number")
    .option("--name <name>", "姓名，仅当没有同名的人 / name, when nobody else has it")
    .option("--with-name-alone", "有同名的人时，连同只写姓名的值 / also a shared name alone", false)
    .option("--dry-run", "只统计，不抹除 / count only", false)
    .option("--confirm <value>", "再写一遍同一个值 / the same value once more")
    .option("-o, --output <file>", "抹除记录，只含承诺 / record of the erasure, commitments only")
    .option("--again <file...>", "恢复备份后重做这些抹除 / repeat these, after restoring a backup")
    .addHelpText("after", HELP)
    .action(erase);
  return command;
}
