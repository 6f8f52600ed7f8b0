import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./test-database.ts";

const SHIPPED = resolve(import.meta.dirname, "../../../../rule-packs");

/**
 * The shipped rules, and a second, invented version `2027` of `cnca-qms-01`: clause 3.9 says 170
 * days instead of 180, the parameter for it too; 2025 ends where it begins.
 */
export function twoRuleVersions(): { path: string; remove(): void } {
  const folder = temporaryFolder();
  for (const rule of readdirSync(SHIPPED)) {
    cpSync(join(SHIPPED, rule), join(folder.path, rule), { recursive: true });
  }
  const rule = join(folder.path, "cnca-qms-01");
  const file = join(rule, "2025", "pack.yaml");
  const text = readFileSync(file, "utf8");
  cpSync(join(rule, "2025"), join(rule, "2027"), { recursive: true });
  writeFileSync(file, text.replace("inForceUntil: null", "inForceUntil: 2027-01-01"));
  const next = text
    .replace('version: "2025"', 'version: "2027"')
    .replace("inForceFrom: 2026-01-01", "inForceFrom: 2027-01-01")
    .replace("合计不超过 180 天", "合计不超过 170 天")
    .replace("is at most 180 days", "is at most 170 days")
    .replace("{ id: onSiteDaysMax, value: 180", "{ id: onSiteDaysMax, value: 170");
  writeFileSync(join(rule, "2027", "pack.yaml"), next);
  const examples = join(rule, "2027", "examples.yaml");
  const cases = readFileSync(examples, "utf8").replaceAll(
    /daysInCycleYear: 180/g,
    "daysInCycleYear: 170",
  );
  writeFileSync(examples, cases);
  return folder;
}
