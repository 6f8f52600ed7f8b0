import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { before, test } from "node:test";
import type { ImportSummary } from "@suzheng/api-contract";
import { assertRefused, type Ended, suzheng, temporaryFolder } from "./support/command-line.ts";
import {
  encodeGb18030,
  filesIn,
  publishedSizes,
  readSheet,
  reportsIn,
  writeSheet,
} from "./support/report-files.ts";

const SEED = ["simulate", "--seed", "7", "--bodies", "3", "--certificates", "60"];
const SECTOR = [...SEED, "--today", "2026-06-30"];
const BODIES = ["CNCA-R-2001-901", "CNCA-R-2001-902", "CNCA-R-2001-903"];

const cwd = temporaryFolder();
const data = join(cwd, "data");
const run = (...words: string[]): Promise<Ended> =>
  suzheng(words, { cwd, env: { SUZHENG_DATA: data } });

async function simulate(folder: string, ...rest: string[]): Promise<string[]> {
  const { code, stderr } = await run(...SECTOR, "--report-files", folder, ...rest);
  assert.equal(code, 0, stderr);
  return reportsIn(join(cwd, folder));
}

/** The one JSON object on standard output. */
function summaryOf({ stdout, stderr }: Ended): ImportSummary {
  assert.equal(stdout.trimEnd().split("\n").length, 1, stdout + stderr);
  const summary: ImportSummary = JSON.parse(stdout);
  assert.deepEqual(Object.keys(summary), ["rows", "recorded", "unchanged", "rejected", "errors"]);
  return summary;
}

let good: string[] = [];
let bad: string[] = [];

before(async () => {
  good = await simulate("out");
  bad = await simulate("bad", "--malformed", "0.1");
  for (const [place, approvalNumber] of BODIES.entries()) {
    const { code, stderr } = await register(approvalNumber, `示例${place}认证有限公司`);
    assert.equal(code, 0, stderr);
  }
});

const register = (approvalNumber: string, name: string) =>
  run("institution", "register", approvalNumber, "--name", name);

test("a body registered again is unchanged, with other content it is refused", async () => {
  const sizes = publishedSizes(data);
  const again = await register("cnca-r-2001-901 ", "示例0认证有限公司");
  assert.equal(again.code, 0);
  assert.match(again.stdout, /内容相同/);
  assertRefused(await register("CNCA-R-2001-901", "别的名称"), "institution-already-registered");
  assertRefused(await register("CNCA-2001", "示例认证有限公司"), "approval-number-malformed");
  assert.deepEqual(publishedSizes(data), sizes);
});

test("the same seed writes the same files, another seed does not", async () => {
  const again = await simulate("again");
  assert.deepEqual(again.map(nameOf), good.map(nameOf));
  for (const [i, file] of again.entries()) {
    assert.ok(readFileSync(file).equals(readFileSync(good[i] ?? "")), file);
  }
  const other = await simulate("other", "--seed", "8");
  assert.notDeepEqual(
    other.map((file) => readFileSync(file, "utf8")),
    good.map(textOf),
  );
});

const nameOf = (file: string) => basename(file);
const textOf = (file: string) => readFileSync(file, "utf8");

test("a sector is not mixed with another one's files", async () => {
  const files = filesIn(join(cwd, "out")).length;
  assertRefused(await run(...SECTOR, "--report-files", "out"), "output-folder-not-empty");
  const { stdout } = await run(...SECTOR, "--report-files", "counting");
  assert.match(stdout, new RegExp(`^${files} 个文件`), "the table of bodies is counted too");
});

test("options of the simulator that make no sense are refused", async () => {
  for (const wrong of [
    ["--malformed", "lots"],
    ["--today", "2026-02-30"],
    ["--certificates", "2"],
    ["--bodies", "0"],
  ]) {
    assertRefused(await run(...SECTOR, ...wrong, "--report-files", "none"), "option-malformed");
  }
});

test("a simulated sector is imported into an empty installation as it was written", async () => {
  const env = { SUZHENG_DATA: join(cwd, "empty") };
  const files = filesIn(join(cwd, "out"));
  const first = await suzheng(["import", ...files, "--json"], { cwd, env });
  const { rows, recorded } = summaryOf(first);
  assert.equal(first.code, 0, first.stderr);
  assert.equal(recorded, rows);
  const again = summaryOf(await suzheng(["import", ...files, "--json"], { cwd, env }));
  assert.deepEqual([again.recorded, again.unchanged], [0, rows]);
});

test("a dry run judges every row and records nothing", async () => {
  const sizes = publishedSizes(data);
  const ended = await run("import", ...good, "--dry-run", "--json");
  const { rows, recorded, rejected } = summaryOf(ended);
  assert.equal(ended.code, 0, ended.stderr);
  assert.deepEqual([recorded, rejected], [rows, 0]);
  assert.deepEqual(publishedSizes(data), sizes);
});

test("all or nothing: one bad row and nothing is recorded", async () => {
  const sizes = publishedSizes(data);
  const ended = await run("import", ...bad, "--all-or-nothing", "--json", "--rejected", "none");
  const { recorded, rejected } = summaryOf(ended);
  assert.equal(ended.code, 2);
  assert.equal(recorded, 0);
  assert.ok(rejected > 0);
  assert.deepEqual(publishedSizes(data), sizes);
});

test("what cannot be written is refused before anything is recorded", async () => {
  const sizes = publishedSizes(data);
  writeFileSync(join(cwd, "a-file"), "");
  const under = join(cwd, "a-file", "folder");
  for (const folder of ["a-file", under]) {
    const ended = await run("import", ...good, "--rejected", folder);
    assertRefused(ended, "output-folder-not-writable");
    const simulated = await run(...SECTOR, "--report-files", folder);
    assertRefused(simulated, "output-folder-not-writable");
    const env = { SUZHENG_DATA: resolve(cwd, folder) };
    assertRefused(await suzheng(["start"], { cwd, env }), "data-folder-not-writable");
  }
  assert.deepEqual(publishedSizes(data), sizes);
});

test("a body that is mistyped for all files is refused once", async () => {
  const sizes = publishedSizes(data);
  const words = ["--institution", "CNCA-R-1111-111", "--rejected", "mistyped"];
  assertRefused(await run("import", ...good, ...words), "institution-not-registered");
  assert.deepEqual(filesIn(join(cwd, "mistyped")), []);
  assert.deepEqual(publishedSizes(data), sizes);
});

test("a folder is no report file", async () => {
  const refused = await run("import", "out");
  assertRefused(refused, "report-file-unreadable");
  assert.match(refused.stderr, /out\/\*/);
});

test("of many rejected rows some reasons are shown, and how many rows there are besides", async () => {
  const { stdout } = await run("import", ...bad, "--dry-run", "--rejected", "counted");
  const rejected = Number(/退回 \/ rejected (\d+)/.exec(stdout)?.[1]);
  const shown = new Set(stdout.match(/^ {2}\S+\.csv:\d+/gm));
  assert.ok(shown.size > 0 && shown.size <= 10, stdout);
  assert.match(stdout, new RegExp(`另有 ${rejected - shown.size} 行`));
});

test("all or nothing without a bad row records all", async () => {
  const one = good.filter((file) => file.includes("903"));
  const size = publishedSizes(data)["CNCA-R-2001-903"] ?? 0;
  const { rows, recorded } = summaryOf(await run("import", ...one, "--all-or-nothing", "--json"));
  assert.ok(rows > 50);
  assert.equal(recorded, rows);
  assert.equal(publishedSizes(data)["CNCA-R-2001-903"], size + rows);
});

/** The rejected files with the good value put back where an error points. */
function mend(rejectedFolder: string, { errors }: ImportSummary): string[] {
  const folder = join(cwd, "mended");
  mkdirSync(folder);
  for (const file of filesIn(rejectedFolder)) {
    const name = basename(file).replace(".rejected", "");
    const clean = readSheet(join(cwd, "out", name));
    const [header = [], ...rows] = readSheet(file);
    const mine = errors.filter((error) => error.file === name);
    const numbers = [...new Set(mine.map(({ row }) => row))];
    assert.equal(rows.length, numbers.length, `${name} holds each rejected row once`);
    assert.deepEqual(header.slice(0, -2), clean[0], `${name} has the same header`);
    assert.deepEqual(header.slice(-2), ["错误代码 ERROR_CODES", "错误说明 ERROR_TEXT"]);
    const mended = rows.map((row, i) => {
      const reasons = mine.filter((error) => error.row === numbers[i]);
      return header.map((field, place) => {
        const isWrong = reasons.some((reason) => reason.field === field);
        return (isWrong ? clean[(numbers[i] ?? 0) - 1]?.[place] : row[place]) ?? "";
      });
    });
    writeSheet(join(folder, name), [header, ...mended]);
  }
  return filesIn(folder);
}

test("rejected rows come back with reasons; mended they are recorded", async () => {
  const rejectedFolder = join(cwd, "rejected");
  const ended = await run("import", ...bad, "--json", "--rejected", "rejected");
  const summary = summaryOf(ended);
  assert.equal(ended.code, 2);
  assert.ok(summary.rejected > 20);
  assert.equal(summary.rows, summary.recorded + summary.unchanged + summary.rejected);
  for (const { file, row, code, message } of summary.errors) {
    assert.ok(bad.some((path) => basename(path) === file) && row > 1);
    assert.match(code, /^[a-z][a-z-]+$/);
    assert.match(message, /\p{Script=Han}.* \/ .*[a-z]{3}/u);
  }
  const mended = await run("import", ...mend(rejectedFolder, summary), "--json");
  const { recorded, unchanged, rejected, errors } = summaryOf(mended);
  assert.equal(mended.code, 0, JSON.stringify(errors.slice(0, 3)));
  assert.deepEqual([recorded + unchanged, rejected], [summary.rejected, 0]);
  assert.ok(recorded > 20);
});

test("the same rows again, whole, as XLSX and in GB18030, change nothing", async () => {
  const sizes = publishedSizes(data);
  const workbooks = await simulate("sheets", "--format", "xlsx");
  mkdirSync(join(cwd, "national"));
  const national = good.map((file) => {
    const target = join(cwd, "national", basename(file));
    writeFileSync(target, encodeGb18030(textOf(file)));
    return target;
  });
  for (const files of [good, workbooks, national]) {
    const ended = await run("import", ...files, "--json");
    const { rows, recorded, unchanged } = summaryOf(ended);
    assert.equal(ended.code, 0, ended.stderr);
    assert.ok(rows > 400);
    assert.deepEqual([recorded, unchanged], [0, rows]);
  }
  assert.deepEqual(publishedSizes(data), sizes);
});

const CERTIFICATES = "CNCA-R-2001-901-103010-202406-202606.csv";

/** Makes the damaged file and gives its name. */
const DAMAGED: Record<string, (file: string) => void> = {
  "report-file-empty": (file) => writeFileSync(file, ""),
  "report-table-unknown": (file) => writeFileSync(file, "name,age\n甲,1\n"),
  "report-encoding-broken": (file) => {
    const bytes = readFileSync(join(cwd, "out", CERTIFICATES));
    writeFileSync(file, Buffer.concat([bytes, Buffer.from([0x78, 0xff, 0xfe, 0x80, 0x0a])]));
  },
  "report-columns-missing": (file) => {
    writeSheet(
      file,
      readSheet(join(cwd, "out", CERTIFICATES)).map((row) => row.slice(0, 6)),
    );
  },
  "report-file-unreadable": () => {},
};

test("a file that is no report is refused with a way out, and nothing beside it is taken", async () => {
  const sizes = publishedSizes(data);
  const fresh = await simulate("fresh", "--seed", "9");
  for (const [code, damage] of Object.entries(DAMAGED)) {
    damage(join(cwd, `${code}.csv`));
    assertRefused(await run("import", ...fresh, `${code}.csv`, "--json"), code);
  }
  assert.deepEqual(publishedSizes(data), sizes);
});

test("a proof that cannot be written is refused with a way out", async () => {
  const [header = [], first = []] = readSheet(join(cwd, "out", CERTIFICATES));
  const number = first[header.indexOf("CERT_NUMBER")] ?? "";
  const written = await run("proof", number, "-o", "proof.json");
  assert.equal(written.code, 0, written.stderr);
  for (const file of [join("nowhere", "proof.json"), "out"]) {
    assertRefused(await run("proof", number, "-o", file), "output-file-not-writable");
  }
});

test("rows of a body that is not connected are rejected, those of two connected ones recorded", async () => {
  const sizes = publishedSizes(data);
  const [header = [], ...first] = readSheet(join(cwd, "out", CERTIFICATES));
  const second = readSheet(join(cwd, "out", CERTIFICATES.replace("901", "902"))).slice(1);
  const renumbered = (rows: string[][], mark: string) =>
    rows.slice(0, 2).map((row, i) => withCell({ header, row }, `${mark}26Q5${i}R0M`));
  const body = header.indexOf("RZJG_ID");
  const strange = renumbered(first, "999").map((row) => row.with(body, "CNCA-R-2999-999"));
  const file = join(cwd, "two-bodies.csv");
  writeSheet(file, [header, ...renumbered(first, "901"), ...renumbered(second, "902"), ...strange]);
  const ended = await run("import", file, "--json", "--rejected", "strange");
  const { recorded, rejected, errors } = summaryOf(ended);
  assert.equal(ended.code, 2);
  assert.deepEqual([recorded, rejected], [4, 2]);
  assert.deepEqual(
    errors.map(({ row, field, code }) => ({ row, field, code })),
    [
      { row: 6, field: "RZJG_ID", code: "institution-not-registered" },
      { row: 7, field: "RZJG_ID", code: "institution-not-registered" },
    ],
  );
  const grown = publishedSizes(data);
  assert.equal(grown["CNCA-R-2001-901"], (sizes["CNCA-R-2001-901"] ?? 0) + 2);
  assert.equal(grown["CNCA-R-2001-902"], (sizes["CNCA-R-2001-902"] ?? 0) + 2);
});

/** A first certification of its own, so that nothing ties it to earlier rows. */
function withCell({ header, row }: { header: string[]; row: string[] }, number: string): string[] {
  return row.with(header.indexOf("CERT_NUMBER"), number);
}

test("fsck finds that everything agrees, and names a published file that was changed", async () => {
  const clean = await run("fsck", "--json");
  assert.equal(clean.code, 0, clean.stdout);
  const bundle = join(data, "public/log/CNCA-R-2001-901/tile/entries/000");
  const bytes = readFileSync(bundle);
  writeFileSync(bundle, bytes.with(1000, (bytes[1000] ?? 0) ^ 1));
  const damaged = await run("fsck");
  assert.equal(damaged.code, 1, damaged.stdout);
  assert.match(damaged.stdout, /CNCA-R-2001-901 .*\[bundle\]/);
  writeFileSync(bundle, bytes);
});

test("a lost database is filled again with what was published, and proves it", async () => {
  const sizes = publishedSizes(data);
  rmSync(join(data, "postgres"), { recursive: true });
  assertRefused(await run("restore", "--from", "out"), "published-missing");
  const tried = await run("restore", "--dry-run", "--json");
  const { logs } = JSON.parse(tried.stdout) as { logs: { log: string; size: number }[] };
  const told = Object.fromEntries(logs.map(({ log, size }) => [log, size]));
  assert.deepEqual({ ...told, ...sizes }, told, "the directory and each body's log");
  const restored = await run("restore");
  assert.equal(restored.code, 0, restored.stderr);
  assert.match((await run("restore")).stdout, /nothing that was signed is missing/);
  assert.equal((await run("fsck")).code, 0);
  assert.deepEqual(publishedSizes(data), sizes);
  const [header = [], first = []] = readSheet(join(cwd, "out", CERTIFICATES));
  const proven = await run("proof", first[header.indexOf("CERT_NUMBER")] ?? "", "-o", "again.json");
  assert.equal(proven.code, 0, proven.stderr);
});
