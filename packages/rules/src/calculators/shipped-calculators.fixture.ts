import { readdirSync, readFileSync } from "node:fs";
import type { Calculator } from "./calculator-document.ts";
import { loadCalculator } from "./load-calculator.ts";
import type { VectorsDocument } from "./vectors-document.ts";

const ROOT = new URL("../../../../rule-packs/", import.meta.url);

/** `iaf-md-5/2019` and so on. */
export const SHIPPED = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("calculator.yaml"))
  .map((path) => path.slice(0, -"/calculator.yaml".length))
  .sort();

export function shippedTexts(name: string): { calculator: string; vectors: string } {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, ROOT), "utf8");
  return { calculator: read("calculator.yaml"), vectors: read("vectors.json") };
}

type Shipped = { readonly calculator: Calculator; readonly vectors: VectorsDocument };

export function shipped(name: string): Shipped {
  const loaded = loadCalculator(shippedTexts(name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors, null, 2));
  return loaded;
}

export function shippedOfKind<K extends Calculator["kind"]>(
  name: string,
  kind: K,
): Extract<Calculator, { kind: K }> {
  const { calculator } = shipped(name);
  if (calculator.kind !== kind) throw new Error(`${name} is ${calculator.kind}`);
  // The kind was just compared.
  return calculator as Extract<Calculator, { kind: K }>;
}
