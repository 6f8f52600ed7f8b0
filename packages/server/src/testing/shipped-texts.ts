import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const SHIPPED = resolve(import.meta.dirname, "../../../../rule-packs");

/** The texts of a pack that comes with the platform. */
export function shippedTexts(rule: string, version: string): { pack: string; examples: string } {
  const read = (name: string) => readFileSync(join(SHIPPED, rule, version, name), "utf8");
  return { pack: read("pack.yaml"), examples: read("examples.yaml") };
}
