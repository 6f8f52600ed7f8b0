import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBase64Url } from "./base64.ts";
import { commit, opensCommitment } from "./commitment.ts";
import { sha256 } from "./node-sha256.fixture.ts";

const salt = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64Url);
const name = fc.constantFrom("person.name", "person.registration");
const disclosure = fc.record({ name, value: fc.string({ unit: "grapheme" }), salt });

test("what was committed opens, and nothing else", () => {
  fc.assert(
    fc.property(disclosure, disclosure, (one, other) => {
      const commitment = commit(sha256, one);
      assert.ok(opensCommitment(sha256, commitment, one));
      const same = JSON.stringify({ ...one }) === JSON.stringify({ ...other });
      assert.equal(opensCommitment(sha256, commitment, other), same);
    }),
  );
});

test("a character cannot move from the name into the value", () => {
  const one = { name: "person", value: "name", salt: toBase64Url(new Uint8Array(16)) };
  const shifted = { ...one, name: "perso", value: "nname" };
  assert.ok(!opensCommitment(sha256, commit(sha256, one), shifted));
  assert.throws(() => commit(sha256, { ...one, name: "person\0" }));
  assert.ok(!opensCommitment(sha256, commit(sha256, one), { ...one, name: "person\0name" }));
});

test("a salt of another length neither commits nor opens", () => {
  const good = { name: "person.name", value: "陈某甲", salt: toBase64Url(new Uint8Array(16)) };
  const short = { ...good, salt: toBase64Url(new Uint8Array(15)) };
  assert.throws(() => commit(sha256, short), /16 bytes/);
  assert.ok(!opensCommitment(sha256, commit(sha256, good), short));
  assert.ok(!opensCommitment(sha256, commit(sha256, good), { ...good, salt: "!" }));
  assert.ok(!opensCommitment(sha256, "not a hash", good));
});
