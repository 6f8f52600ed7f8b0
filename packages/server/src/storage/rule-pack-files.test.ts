import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, beforeEach, test } from "node:test";
import { CodedError } from "../application/coded-error.ts";
import { loadRulePacks } from "./rule-pack-files.ts";
import { readRuleTranslations } from "./rule-translation-file.ts";

const SHIPPED = resolve(import.meta.dirname, "../../../../rule-packs");
const folders: string[] = [];
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "suzheng-packs-"));
  folders.push(folder);
  cpSync(join(SHIPPED, "cnca-ems"), join(folder, "cnca-ems"), { recursive: true });
});
after(() => {
  for (const one of folders) rmSync(one, { recursive: true });
});

function refusal(load: (folder: string) => unknown = loadRulePacks): CodedError {
  try {
    load(folder);
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error("they were loaded");
}

function change(file: string, from: string, to: string): void {
  const path = join(folder, "cnca-ems/2026", file);
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `\`${from}\` stands in ${file}`);
  writeFileSync(path, text.replace(from, to));
}

test("every fault of every pack is told with its file, line and what to do", () => {
  change("pack.yaml", "id: cnca-ems", "id: CNCA EMS");
  const { code, detail } = refusal();
  assert.match(code, /^rule-pack-/);
  assert.match(detail.en, /cnca-ems\/2026\/pack\.yaml:\d+ .+ → /);
});

test("two versions of a rule that are in force together are refused", () => {
  cpSync(join(folder, "cnca-ems/2026"), join(folder, "cnca-ems/2027"), { recursive: true });
  const pack = join(folder, "cnca-ems/2027/pack.yaml");
  writeFileSync(pack, readFileSync(pack, "utf8").replace('version: "2026"', 'version: "2027"'));
  const { code, detail } = refusal();
  assert.equal(code, "rule-pack-versions-overlap");
  assert.match(detail.en, /cnca-ems\/2027\/pack\.yaml:\d+/);
});

test("a newer list of holidays is read beside the packs, and one that cannot be right is refused", () => {
  mkdirSync(join(folder, "holidays"));
  const list = join(folder, "holidays/2027.yaml");
  const text =
    'format: suzheng-holidays/1\nyear: 2027\nsource: 样例\nholidays: ["2027-01-01"]\nmadeUp: []\n';
  writeFileSync(list, text);
  assert.equal(loadRulePacks(folder).length, 1);
  writeFileSync(list, text.replace("2027-01-01", "2026-01-01"));
  const { code, detail } = refusal();
  assert.equal(code, "holiday-list-day-of-another-year");
  assert.match(detail.en, /holidays\/2027\.yaml:4/);
});

test("titles of sources are read beside the packs; a list that does not hold is refused", () => {
  const none = { documents: [], facts: [] };
  assert.deepEqual(loadRulePacks(folder)[0]?.sources, none, "a folder may have no list");
  const list = join(folder, "sources.yaml");
  const other = "  - { id: S-999, title: { zh: 别的, en: another } }\n";
  const faq = "  - { id: S-07, title: { zh: 答疑, en: FAQ } }\n";
  const text = `format: suzheng-sources/1\ndocuments:\n${faq}${other}facts: []\n`;
  writeFileSync(list, text);
  assert.deepEqual(loadRulePacks(folder)[0]?.sources.documents, [
    { id: "S-07", title: { zh: "答疑", en: "FAQ" } },
  ]);
  writeFileSync(list, text.replace("en: FAQ", "de: FAQ"));
  const { code, detail } = refusal();
  assert.equal(code, "rule-sources-shape");
  assert.match(detail.en, /sources\.yaml:3/);
});

test("translations are read beside the packs; a list that does not hold is refused", () => {
  assert.deepEqual(readRuleTranslations(folder).texts, [], "a folder may have no list");
  const text = 'format: suzheng-translations/1\ntexts:\n  - { zh: "附录B", en: "Annex B" }\n';
  const list = join(folder, "translations.yaml");
  writeFileSync(list, text);
  assert.deepEqual(readRuleTranslations(folder).texts, [{ zh: "附录B", en: "Annex B" }]);
  assert.equal(loadRulePacks(folder).length, 1, "it is not taken for a pack");
  writeFileSync(list, text.replace("en:", "de:"));
  const { code, detail } = refusal(readRuleTranslations);
  assert.equal(code, "rule-translations-shape");
  assert.match(detail.en, /translations\.yaml:3/);
});
