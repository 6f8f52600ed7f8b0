import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import { commit, type Disclosure, opensCommitment } from "./commitment.ts";
import { sha256 } from "./node-sha256.fixture.ts";

const salt = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64Url);
const name = fc.constantFrom("person.name", "person.registration");
const disclosure = fc.record({ name, value: fc.string({ unit: "grapheme" }), salt });

const commitTo = ({ salt, ...rest }: Disclosure): string =>
  commit(sha256, { ...rest, salt: fromBase64Url(salt) ?? new Uint8Array() });

test("what was committed opens, and nothing else", () => {
  fc.assert(
    fc.property(disclosure, disclosure, (one, other) => {
      const commitment = commitTo(one);
      assert.ok(opensCommitment(sha256, commitment, one));
      const same = JSON.stringify({ ...one }) === JSON.stringify({ ...other });
      assert.equal(opensCommitment(sha256, commitment, other), same);
    }),
  );
});

test("a character cannot move from the name into the value", () => {
  const one = { name: "person", value: "name", salt: toBase64Url(new Uint8Array(16)) };
  const shifted = { ...one, name: "perso", value: "nname" };
  assert.ok(!opensCommitment(sha256, commitTo(one), shifted));
  assert.throws(() => commitTo({ ...one, name: "person\0" }));
  assert.ok(!opensCommitment(sha256, commitTo(one), { ...one, name: "person\0name" }));
});

test("a salt of another length neither commits nor opens", () => {
  const good = { name: "person.name", value: "陈某甲", salt: toBase64Url(new Uint8Array(16)) };
  const short = { ...good, salt: toBase64Url(new Uint8Array(15)) };
  assert.throws(() => commitTo(short), /16 bytes/);
  assert.ok(!opensCommitment(sha256, commitTo(good), short));
  assert.ok(!opensCommitment(sha256, commitTo(good), { ...good, salt: "!" }));
  assert.ok(!opensCommitment(sha256, "not a hash", good));
});
