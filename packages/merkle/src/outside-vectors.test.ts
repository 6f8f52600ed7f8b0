import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { verifyConsistency } from "./consistency.ts";
import { verifyInclusion } from "./inclusion.ts";
import { sha256 } from "./node-sha256.fixture.ts";

const folder =
  process.env.SUZHENG_VECTORS ?? join(import.meta.dirname, "../../../../shared/vectors");

const bytes = (text: string): Uint8Array => Buffer.from(text, "base64");

/** The cases; none, with a note, where the outside vectors are not at hand (in CI: a failure). */
function casesOf<Case>(t: TestContext, file: string): Case[] {
  const path = join(folder, file);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  assert.notEqual(process.env.CI, "true", `${path} is required in CI`);
  t.diagnostic(`NOT CHECKED: ${path} is not there; set SUZHENG_VECTORS`);
  return [];
}

type InclusionCase = {
  name: string;
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
  proof: string[] | null;
  wantErr: boolean;
};

test("inclusion is judged as in the vectors of transparency-dev/merkle", (t) => {
  const cases = casesOf<InclusionCase>(t, "merkle-inclusion.json");
  for (const row of cases) {
    const inclusion = {
      index: row.leafIdx,
      size: row.treeSize,
      root: bytes(row.root),
      leafHash: bytes(row.leafHash),
      proof: (row.proof ?? []).map(bytes),
    };
    assert.equal(verifyInclusion(sha256, inclusion), !row.wantErr, row.name);
  }
  if (cases.length > 0) assert.equal(cases.length, 98);
});

type ConsistencyCase = {
  name: string;
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
  wantErr: boolean;
};

test("consistency is judged as in the vectors of transparency-dev/merkle", (t) => {
  const cases = casesOf<ConsistencyCase>(t, "merkle-consistency.json");
  for (const row of cases) {
    const consistency = {
      size1: row.size1,
      size2: row.size2,
      root1: bytes(row.root1),
      root2: bytes(row.root2),
      proof: (row.proof ?? []).map(bytes),
    };
    assert.equal(verifyConsistency(sha256, consistency), !row.wantErr, row.name);
  }
  if (cases.length > 0) assert.equal(cases.length, 98);
});
