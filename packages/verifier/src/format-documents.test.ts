import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseTlogPolicy, parseTrust } from "@suzheng/log-format";
import { sha256 } from "./node-crypto.fixture.ts";
import { workedValues } from "./worked-values.fixture.ts";

const folder = join(import.meta.dirname, "../../../docs/formats");
const page = (name: string): string => readFileSync(join(folder, name), "utf8");
const values = workedValues();

for (const [name, worked] of Object.entries(values)) {
  for (const [what, value] of Object.entries(worked)) {
    test(`${name} shows the ${what} that the code computes`, () => {
      assert.ok(page(name).includes(value.trimEnd()), value);
    });
  }
}

/** SHA-256 over parts, hex parts given as `0x…`: the documents' formulas, without our code. */
function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const isHex = typeof part === "string" && part.startsWith("0x");
    hash.update(isHex ? Buffer.from(part.slice(2), "hex") : part);
  }
  return hash.digest("hex");
}

const given = (name: string, what: string): string => {
  const value = values[name]?.[what];
  assert.ok(value !== undefined, `${name} ${what}`);
  return value;
};

test("the entry page's formulas give its values", () => {
  const leafHash = hashOf("0x00", given("entry.md", "entry"));
  assert.equal(leafHash, given("entry.md", "leaf hash"));
  const commitment = hashOf("0x000102030405060708090a0b0c0d0e0f", "person.name", "0x00", "陈某甲");
  const encoded = Buffer.from(commitment, "hex").toString("base64url");
  assert.equal(encoded, given("entry.md", "commitment"));
});

test("the map page's formulas give its values", () => {
  const key = hashOf("suzheng-map/1\n", "certificate/09926Q10001R0S");
  const leafHash = `0x${given("entry.md", "leaf hash")}`;
  const value = hashOf("0x0000000000000000", leafHash);
  assert.equal(key, given("map.md", "key"));
  assert.equal(value, given("map.md", "value"));
  const one = hashOf("0x02", `0x${key}`, `0x${value}`);
  assert.equal(one, given("map.md", "one"));
  // The keys of this stream (8756…) and of `a` differ in their first bit.
  const otherKey = hashOf("suzheng-map/1\n", "a");
  const other = hashOf("0x02", `0x${otherKey}`, `0x${hashOf("0x0000000000000001", leafHash)}`);
  assert.ok(Number.parseInt(key.slice(0, 1), 16) >= 8);
  assert.ok(Number.parseInt(otherKey.slice(0, 1), 16) < 8);
  assert.equal(hashOf("0x03", `0x${other}`, `0x${one}`), given("map.md", "two"));
});

test("the directory page's formulas give its values", () => {
  const entry = given("directory.md", "entry");
  const note = entry.slice(entry.indexOf("[") + 1, entry.indexOf("]"));
  const value = hashOf(note);
  assert.equal(value, given("directory.md", "value of the note"));
  const key = hashOf("suzheng-map/1\n", "CNCA-R-2099-001");
  assert.equal(hashOf("0x02", `0x${key}`, `0x${value}`), given("directory.md", "logsRoot"));
  assert.equal(hashOf("0x00", entry), given("directory.md", "leaf hash"));
});

const block = (name: string, language: string): string => {
  const [, content = ""] = page(name).split(`\`\`\`${language}\n`);
  return content.slice(0, content.indexOf("```"));
};

test("the trust file and the policy of the trust page are well formed and alike", () => {
  const trust = parseTrust(sha256, block("trust.md", "json"));
  assert.ok(trust.outcome === "parsed");
  const policyText = page("trust.md").slice(page("trust.md").lastIndexOf("```\nlog ") + 4);
  const policy = parseTlogPolicy(sha256, policyText.slice(0, policyText.indexOf("```")));
  assert.ok(policy.outcome === "parsed");
  assert.deepEqual(
    policy.value.witnesses.map(({ name }) => name),
    trust.value.policy.witnesses.map(({ name }) => name),
  );
  assert.equal(trust.value.directory.vkey, given("checkpoint.md", "log key"));
});
