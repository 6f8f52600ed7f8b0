import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { loadCalculators } from "./calculator-files.ts";
import { loadRulePacks } from "./rule-pack-files.ts";

const SHIPPED = resolve(import.meta.dirname, "../../../../rule-packs");
const folder = mkdtempSync(join(tmpdir(), "suzheng-calculators-"));
after(() => rmSync(folder, { recursive: true }));
cpSync(SHIPPED, folder, { recursive: true });

test("the shipped calculators load beside the rule packs", () => {
  const ids = loadCalculators(folder).map(({ calculator }) => calculator.id);
  assert.deepEqual(ids, ["iaf-md-1", "iaf-md-11", "iaf-md-2", "iaf-md-5"]);
  const packs = loadRulePacks(folder).map(({ pack }) => pack.document.id);
  assert.equal(
    packs.some((id) => ids.includes(id)),
    false,
  );
});

test("a wrong value ends the loading with code, file and line", () => {
  const file = join(folder, "iaf-md-1/2018/calculator.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("value: 0.6", "value: 0.7"));
  const isFailing = { code: "calculator-vector-fails", message: /iaf-md-1.*vectors\.json:\d+/ };
  assert.throws(() => loadCalculators(folder), isFailing);
  writeFileSync(file, text);
});

test("a calculator without vectors is refused", () => {
  rmSync(join(folder, "iaf-md-1/2018/vectors.json"));
  assert.throws(() => loadCalculators(folder), { code: "calculator-without-vectors" });
});
