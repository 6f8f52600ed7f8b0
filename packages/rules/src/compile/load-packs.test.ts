import assert from "node:assert/strict";
import { test } from "node:test";
import { workingCalendar } from "../calendar/working-days.ts";
import { loadShipped, shippedTexts } from "../shipped-pack.fixture.ts";
import { loadPacks, type PackTexts } from "./load-packs.ts";

const present = { place: "cnca-qms-01/2025", ...shippedTexts() };

/** Another version, made from the present one. */
function version(name: string, changes: Record<string, string>): PackTexts {
  const all = { 'version: "2025"': `version: "${name}"`, ...changes };
  const pack = Object.entries(all).reduce(
    (text, [old, now]) => text.replace(old, now),
    present.pack,
  );
  return { ...present, place: `cnca-qms-01/${name}`, pack };
}

function refusals(...texts: PackTexts[]): string[] {
  const loaded = loadPacks(texts);
  if (loaded.ok) return [];
  return loaded.errors.map(({ place, file, line, code }) => `${place} ${file}:${line} ${code}`);
}

test("every shipped pack loads, and no two versions overlap", () => {
  const loaded = loadShipped();
  assert.deepEqual(loaded.ok ? [] : loaded.errors, []);
});

test("two versions of one rule are not in force together", () => {
  const later = version("2027", { "inForceFrom: 2026-01-01": "inForceFrom: 2027-01-01" });
  assert.deepEqual(refusals(present, later), ["cnca-qms-01/2027 pack.yaml:13 versions-overlap"]);
});

test("a version may follow on the very day the earlier one ends", () => {
  const earlier = version("2025a", { "inForceUntil: null": "inForceUntil: 2027-01-01" });
  const later = version("2027", { "inForceFrom: 2026-01-01": "inForceFrom: 2027-01-01" });
  assert.deepEqual(refusals(earlier, later), []);
  const early = version("2027", { "inForceFrom: 2026-01-01": "inForceFrom: 2026-12-31" });
  assert.deepEqual(refusals(earlier, early), ["cnca-qms-01/2027 pack.yaml:13 versions-overlap"]);
});

test("versions for different schemes, and different rules, may be in force together", () => {
  const ems = version("2025-ems", { "schemes: [QMS]": "schemes: [EMS]" });
  assert.deepEqual(refusals(present, ems), []);
  const other = version("2025", { "id: cnca-qms-01\n": "id: invented\n" });
  assert.deepEqual(refusals(present, other), []);
  const any = version("any", { "schemes: [QMS]": "schemes: [ANY]" });
  assert.equal(refusals(present, any).length, 1);
});

test("one broken pack and none is loaded", () => {
  const broken = version("2030", {
    "unit: 天/周期年, source: Q-16": "unit: 天/周期年, source: ''",
  });
  const loaded = loadPacks([present, broken], workingCalendar());
  assert.ok(!loaded.ok);
  const [error] = loaded.errors;
  assert.deepEqual([error?.place, error?.code], ["cnca-qms-01/2030", "no-source"]);
  assert.equal(error?.wayOut.zh, "写明来源；没有来源的不要写入规则包");
});
