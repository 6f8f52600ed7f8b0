import { readFileSync, writeFileSync } from "node:fs";
import { checkCircles } from "./tidy/circles.ts";
import { applyExceptions, type Exception } from "./tidy/exceptions.ts";
import { checkFolders } from "./tidy/folders.ts";
import { checkForbidden } from "./tidy/forbidden.ts";
import { checkImports } from "./tidy/import-table.ts";
import { checkNames } from "./tidy/names.ts";
import { checkPurity } from "./tidy/purity.ts";
import { checkSizes, measureFunctions } from "./tidy/sizes.ts";
import {
  type Finding,
  isTypeScript,
  lineCount,
  listPaths,
  readSource,
  type Source,
} from "./tidy/source.ts";
import { wrapComments } from "./tidy/wrap-comments.ts";

const ROOT = `${import.meta.dirname}/..`;
const LONGEST_COUNT = 10;

const paths = listPaths(ROOT);
if (process.argv.includes("--fix")) fixComments(paths.filter(isTypeScript));
const sources = paths.filter(isTypeScript).map((path) => readSource(ROOT, path));

if (process.argv.includes("--longest")) {
  printLongest(sources);
} else {
  const exceptions = readExceptions();
  const findings = applyExceptions(
    [
      ...paths.flatMap(checkNames),
      ...checkFolders(paths),
      ...sources.flatMap(checkSource),
      ...checkCircles(sources),
    ],
    exceptions,
  );
  for (const { path, line, message } of findings) console.log(`${path}:${line}: ${message}`);
  console.log(
    `tidy: ${sources.length} files, ${findings.length} findings, ${exceptions.length} exceptions`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function checkSource(source: Source): Finding[] {
  if (source.errors.length > 0) {
    const [message = ""] = source.errors;
    return [{ path: source.path, line: 1, check: "syntax", message }];
  }
  return [checkImports, checkSizes, checkForbidden, checkPurity].flatMap((check) => check(source));
}

function fixComments(all: readonly string[]): void {
  for (const source of all.map((path) => readSource(ROOT, path))) {
    const wrapped = wrapComments(source);
    if (wrapped !== source.text) writeFileSync(`${ROOT}/${source.path}`, wrapped);
  }
}

function readExceptions(): Exception[] {
  return JSON.parse(readFileSync(`${ROOT}/tools/tidy-exceptions.json`, "utf8"));
}

function printLongest(all: readonly Source[]): void {
  const files = all
    .map((source) => ({ lines: lineCount(source), what: source.path }))
    .sort((a, b) => b.lines - a.lines);
  const functions = all
    .flatMap(measureFunctions)
    .map((one) => ({ lines: one.lines, what: `${one.name}  ${one.path}:${one.line}` }))
    .sort((a, b) => b.lines - a.lines);
  for (const [title, rows] of Object.entries({ files, functions })) {
    console.log(`the ${LONGEST_COUNT} longest ${title}`);
    for (const row of rows.slice(0, LONGEST_COUNT)) {
      console.log(`${String(row.lines).padStart(5)}  ${row.what}`);
    }
  }
}
