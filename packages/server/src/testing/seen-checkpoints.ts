import assert from "node:assert/strict";
import { parseCheckpoint, parseNote } from "@suzheng/log-format";
import { consistencyProof, verifyConsistency } from "@suzheng/merkle";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { publishedTree } from "../ledger/log-files.ts";
import { sha256 } from "../ledger/sha256.ts";

type Seen = { size: number; root: Uint8Array };

const PATH = /^log\/(.+)\/checkpoint$/;

/** Remembers every checkpoint that ever left the platform, as an outsider would. */
export type SeenCheckpoints = {
  /** The store, with an eye on what is written to it. */
  watched(tiles: TileStore): TileStore;
  add(log: string, note: string): void;
  count(): number;
  /** Every one is consistent with the next larger one of its log. */
  assertNoneContradicted(tiles: TileStore): Promise<void>;
};

export function seenCheckpoints(): SeenCheckpoints {
  const seen = new Map<string, Seen[]>();
  function add(log: string, note: string): void {
    const signed = parseNote(note);
    assert.ok(signed.outcome === "parsed", `the checkpoint of ${log} is a signed note`);
    const parsed = parseCheckpoint(signed.value.text);
    assert.ok(parsed.outcome === "parsed", `the note of ${log} is a checkpoint`);
    seen.set(log, [...(seen.get(log) ?? []), parsed.value]);
  }
  return {
    add,
    watched: (tiles) => ({
      ...tiles,
      replace(path, bytes) {
        const [, log] = PATH.exec(path) ?? [];
        if (log !== undefined) add(log, Buffer.from(bytes).toString("utf8"));
        return tiles.replace(path, bytes);
      },
    }),
    count: () => [...seen.values()].flat().length,
    async assertNoneContradicted(tiles) {
      for (const [log, checkpoints] of seen) {
        const sorted = checkpoints.toSorted((one, other) => one.size - other.size);
        for (const [i, one] of sorted.entries()) {
          const next = sorted[i + 1];
          if (next !== undefined) await assertConsistent(tiles, log, [one, next]);
        }
      }
    },
  };
}

async function assertConsistent(tiles: TileStore, log: string, [one, next]: [Seen, Seen]) {
  const what = `${log}: ${one.size} and ${next.size}`;
  if (one.size === next.size || one.size === 0) {
    if (one.size === next.size) assert.deepEqual(hex(one.root), hex(next.root), what);
    return;
  }
  const proof = await consistencyProof(publishedTree(tiles, log, next.size), one.size);
  const isConsistent = verifyConsistency(sha256, {
    size1: one.size,
    root1: one.root,
    size2: next.size,
    root2: next.root,
    proof,
  });
  assert.ok(isConsistent, what);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
