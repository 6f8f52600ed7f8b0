import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Hash } from "../hash.ts";
import { sha256 } from "../node-sha256.fixture.ts";
import { hashBranch, logMapValue, type MapPair, mapKey, mapRoot, pairSubtree } from "./map-hash.ts";
import { type MapProof, proveInMap, proveManyInMap, verifyMapProof } from "./map-proof.ts";
import { checkMapTile, updateMap } from "./update-map.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const hashOf = (text: string): Hash => sha256(new TextEncoder().encode(text));

/** Keys that share long prefixes come up often: only two bytes vary, first and last. */
const crowdedKey = fc.tuple(fc.constantFrom(0, 1, 2, 16, 128), fc.nat(255)).map(([first, last]) => {
  const key = new Uint8Array(32);
  key[0] = first;
  key[31] = last;
  return key;
});
const spreadKey = fc.nat(10_000).map((n) => mapKey(sha256, `certificate/${n}`));
const pair = fc.record({
  key: fc.oneof(crowdedKey, spreadKey),
  value: fc.nat(1000).map((n) => hashOf(`value ${n}`)),
});
const pairs = fc.array(pair, { maxLength: 60 });

function mapStore() {
  const tiles = new Map<string, Uint8Array>();
  const map = {
    sha256,
    readTiles: async (prefixes: readonly string[]) =>
      new Map(
        prefixes.flatMap((prefix) => {
          const bytes = tiles.get(prefix);
          return bytes === undefined ? [] : [[prefix, bytes] as const];
        }),
      ),
  };
  return {
    tiles,
    map,
    async apply(changes: readonly MapPair[]): Promise<Hash> {
      const update = await updateMap({ ...map, changes });
      for (const [prefix, bytes] of update.tiles) tiles.set(prefix, bytes);
      return update.root;
    },
  };
}

test("the key of a name is the hash of its whole text, however long", () => {
  for (const name of ["", "certificate/1", "样".repeat(400), "\ud800", "a".repeat(5000), "b"]) {
    assert.deepEqual(mapKey(sha256, name), hashOf(`suzheng-map/1\n${name}`));
  }
});

test("the empty map has 32 zero bytes as its root", async () => {
  assert.deepEqual(mapRoot(sha256, []), new Uint8Array(32));
  assert.deepEqual(await mapStore().apply([]), new Uint8Array(32));
});

test("stored in tiles, in any portions, a map has the root of the reference", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pairs, { maxLength: 5 }), async (batches) => {
      const store = mapStore();
      for (const [i, changes] of batches.entries()) {
        const root = await store.apply(changes);
        const all = batches.slice(0, i + 1).flat();
        assert.deepEqual(Buffer.from(root), Buffer.from(mapRoot(sha256, all)));
      }
    }),
    { numRuns: 150 },
  );
});

test("the order of changes to different keys does not matter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(pair, { maxLength: 40, selector: keyText }), async (list) => {
      const forward = mapStore();
      const backward = mapStore();
      for (const change of list) await forward.apply([change]);
      for (const change of list.toReversed()) await backward.apply([change]);
      assert.deepEqual(forward.tiles, backward.tiles);
    }),
    { numRuns: 60 },
  );
});

test("a tile exists only where two keys share its prefix, and checks itself", async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async (list) => {
      const store = mapStore();
      const root = await store.apply(list);
      const keys = [...new Set(list.map(keyText))];
      for (const [prefix, bytes] of store.tiles) {
        const sharing = keys.filter((key) => key.startsWith(prefix)).length;
        assert.ok(prefix === "" || sharing >= 2, `tile ${prefix}`);
        if (prefix === "") assert.deepEqual(hex(checkMapTile(sha256, bytes)), hex(root));
        else checkMapTile(sha256, bytes);
      }
    }),
    { numRuns: 60 },
  );
});

test("presence and absence are provable for every key", async () => {
  await fc.assert(
    fc.asyncProperty(pairs, fc.array(pair, { maxLength: 20 }), async (list, strangers) => {
      const store = mapStore();
      const root = await store.apply(list);
      const values = new Map(list.map(({ key, value }) => [keyText({ key }), value]));
      const keys = [...list, ...strangers].map(({ key }) => key);
      const proofs = await proveManyInMap(store.map, keys);
      for (const [i, key] of keys.entries()) {
        const value = values.get(keyText({ key })) ?? null;
        const claim = { root, key, proof: proofs[i] as MapProof };
        assert.ok(verifyMapProof(sha256, { ...claim, value }));
        assert.ok(!verifyMapProof(sha256, { ...claim, value: hashOf("another value") }));
        assert.equal(verifyMapProof(sha256, { ...claim, value: null }), value === null);
      }
    }),
    { numRuns: 80 },
  );
});

test("no mutated proof is accepted", async () => {
  await fc.assert(
    fc.asyncProperty(pairs, pair, fc.nat(), async (list, stranger, at) => {
      const store = mapStore();
      const root = await store.apply(list);
      const { key } = at % 2 === 0 ? (list[at % (list.length || 1)] ?? stranger) : stranger;
      const value = list.findLast((one) => keyText(one) === keyText({ key }))?.value ?? null;
      const proof = await proveInMap(store.map, key);
      assert.ok(verifyMapProof(sha256, { root, key, value, proof }));
      for (const mutant of mutants(proof, at)) {
        assert.ok(!verifyMapProof(sha256, { root, key, value, proof: mutant }));
      }
      const otherRoot = flip(root, at);
      assert.ok(!verifyMapProof(sha256, { root: otherRoot, key, value, proof }));
      if (value !== null) {
        assert.ok(!verifyMapProof(sha256, { root, key, value: flip(value, at), proof }));
      }
    }),
    { numRuns: 150 },
  );
});

test("a path that leaves an empty side beside its end is refused", () => {
  const lone = { key: hashOf("key"), value: hashOf("value") };
  const root = mapRoot(sha256, [lone]);
  const claim = { root, key: lone.key, value: lone.value };
  assert.ok(verifyMapProof(sha256, { ...claim, proof: { siblings: [], end: "key" } }));
  const padded: MapProof = { siblings: [new Uint8Array(32)], end: "key" };
  assert.ok(!verifyMapProof(sha256, { ...claim, proof: padded }));
});

test("an empty side beside a lone pair is refused also where a root was made of it", () => {
  const key = new Uint8Array(32);
  const value = hashOf("value");
  const beside = pairSubtree(sha256, { key, value }).hash;
  const root = hashBranch(sha256, beside, new Uint8Array(32));
  const proof: MapProof = { siblings: [new Uint8Array(32)], end: "key" };
  assert.ok(!verifyMapProof(sha256, { root, key, value, proof }));
});

test("another pair off the key's path proves no absence, also where a root was made of it", () => {
  const key = new Uint8Array(32);
  const other = { key: new Uint8Array(32).fill(0xff), value: hashOf("value") };
  const sibling = hashOf("sibling");
  const root = hashBranch(sha256, pairSubtree(sha256, other).hash, sibling);
  const proof: MapProof = { siblings: [sibling], end: other };
  assert.ok(!verifyMapProof(sha256, { root, key, value: null, proof }));
});

test("the value in a log's map binds the index and the leaf hash", () => {
  const leafHash = hashOf("leaf");
  const preimage = Buffer.concat([Buffer.from("0000000100000002", "hex"), leafHash]);
  assert.deepEqual(logMapValue(sha256, 2 ** 32 + 2, leafHash), sha256(preimage));
  assert.throws(() => logMapValue(sha256, 2 ** 53, leafHash));
});

function keyText({ key }: { key: Hash }): string {
  return hex(key);
}

function flip(hash: Hash, at: number): Hash {
  const copy = Uint8Array.from(hash);
  copy[at % 32] = (copy[at % 32] ?? 0) ^ (1 << (at % 8));
  return copy;
}

/** The same proof with one thing damaged. */
function mutants(proof: MapProof, at: number): MapProof[] {
  const { siblings, end } = proof;
  const position = at % (siblings.length || 1);
  const damaged = siblings.map((hash, i) => (i === position ? flip(hash, at) : hash));
  const list: MapProof[] = [
    { siblings: [...siblings, hashOf("more")], end },
    { siblings: [...siblings, new Uint8Array(32)], end },
    { siblings: [hashOf("more"), ...siblings], end },
    { siblings, end: end === "key" ? "empty" : "key" },
    { siblings, end: { key: hashOf("x"), value: hashOf("y") } },
    { siblings, end: { key: new Uint8Array(31), value: new Uint8Array(32) } },
  ];
  if (siblings.length > 0) {
    list.push({ siblings: damaged, end }, { siblings: siblings.slice(1), end });
    list.push({ siblings: siblings.slice(0, -1), end });
    list.push({ siblings: siblings.map((hash) => hash.subarray(1)), end });
  }
  if (typeof end !== "string") {
    list.push({ siblings, end: { key: flip(end.key, at), value: end.value } });
    list.push({ siblings, end: { key: end.key, value: flip(end.value, at) } });
    list.push({ siblings, end: "empty" });
  }
  return list;
}
