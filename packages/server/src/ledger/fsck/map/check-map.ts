import type { Hash } from "@suzheng/merkle";
import type { FsckSnapshot } from "../../../application/fsck.ts";
import { type Damages, difference, hex } from "../damages.ts";
import { type MapRange, mapTilesOf } from "./build-map.ts";
import { type MapPairs, sortPairs } from "./map-pairs.ts";

/** Pairs whose tiles are held in memory at once. */
const PAIRS_AT_A_TIME = 50_000;

type MapScope = {
  snapshot: Pick<FsckSnapshot, "mapTiles" | "countMapTiles">;
  damages: Damages;
  log: string;
  /** What the published row says. */
  root: Uint8Array;
};

/**
 * The map made anew from the newest entry of each stream, against its root and every stored tile.
 */
export async function checkMap(scope: MapScope, pairs: MapPairs): Promise<void> {
  const { snapshot, damages, log, root } = scope;
  const known = new Map<string, Hash>();
  const map = mapTilesOf(sortPairs(pairs), known);
  const whole: MapRange = { from: 0, to: pairs.count, prefix: "" };
  let tiles = 0;
  const compareBelow = async (range: MapRange): Promise<Hash> => {
    const isAll = range.prefix.length >= depthOf(pairs.count);
    const stored = await snapshot.mapTiles(log, range.prefix, isAll);
    /** Copies of those that are not as stored. */
    const other = new Map<string, Buffer>();
    const hash = map.build(range, (prefix, bytes) => {
      tiles += 1;
      if (stored.get(prefix)?.equals(bytes) !== true) other.set(prefix, Buffer.from(bytes));
    });
    addDamages(scope, other, stored);
    return hash;
  };
  const walk = async (range: MapRange): Promise<Hash> => {
    const isCut = range.prefix.length < depthOf(pairs.count);
    for (const part of isCut ? map.split(range) : []) {
      if (part.to - part.from > 1) known.set(part.prefix, await walk(part));
    }
    return await compareBelow(range);
  };
  // A map without keys is stored too, as one tile.
  const computed = await walk(whole);
  if (hex(computed) !== hex(root)) {
    const where = "published.map_root";
    damages.add("map-root", { log, where, expected: hex(computed), found: hex(root) });
  }
  const counted = await snapshot.countMapTiles(log);
  if (counted !== tiles) {
    const expected = `${tiles} tiles`;
    damages.add("map-tile", { log, where: "map_tiles", expected, found: `${counted} tiles` });
  }
}

/** Nibbles at which the map is cut, so that few enough pairs lie below each cut. */
const depthOf = (count: number): number =>
  Math.max(0, Math.ceil(Math.log2(Math.max(1, count) / PAIRS_AT_A_TIME) / 4));

function addDamages(
  { damages, log }: MapScope,
  other: ReadonlyMap<string, Buffer>,
  stored: ReadonlyMap<string, Buffer>,
): void {
  for (const [prefix, expected] of [...other].sort(([one], [next]) => (one < next ? -1 : 1))) {
    const found = stored.get(prefix);
    const how =
      found === undefined
        ? { expected: `${expected.length} bytes`, found: "no row" }
        : difference(expected, found);
    damages.add("map-tile", { log, where: `map tile \`${prefix}\``, ...how });
  }
}
