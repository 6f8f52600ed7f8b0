import { readFileSync } from "node:fs";
import { loadPack } from "./load-pack.ts";
import type { Pack } from "./pack.ts";

const folder = new URL("../../../rule-packs/cnca-qms-01/2025/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

/** The texts of CNCA-QMS-01:2025 as shipped. */
export const shippedTexts = () => ({ pack: read("pack.yaml"), examples: read("examples.yaml") });

export function shippedPack(): Pack {
  const loaded = loadPack(shippedTexts());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors, null, 2));
  return loaded.pack;
}
