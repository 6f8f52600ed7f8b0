import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { loadPack } from "./compile/load-pack.ts";
import { type LoadedPacks, loadPacks } from "./compile/load-packs.ts";
import type { Pack } from "./pack/pack.ts";

const root = new URL("../../../rule-packs/", import.meta.url);
export const shippedTextsOf = (folder: string) => ({
  pack: readFileSync(new URL(`${folder}/pack.yaml`, root), "utf8"),
  examples: readFileSync(new URL(`${folder}/examples.yaml`, root), "utf8"),
});

/** The texts of CNCA-QMS-01:2025 as shipped. */
export const shippedTexts = () => shippedTextsOf("cnca-qms-01/2025");

export function shippedPack(): Pack {
  const loaded = loadPack(shippedTexts());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors, null, 2));
  return loaded.pack;
}

/** `cnca-qms-01/2025` and its siblings. */
export const shippedFolders = (): string[] =>
  globSync("*/*/pack.yaml", { cwd: root }).map(dirname).sort();

export const loadShipped = (): LoadedPacks =>
  loadPacks(shippedFolders().map((place) => ({ place, ...shippedTextsOf(place) })));

export function shippedPacks(): readonly Pack[] {
  const loaded = loadShipped();
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors, null, 2));
  return loaded.packs;
}
