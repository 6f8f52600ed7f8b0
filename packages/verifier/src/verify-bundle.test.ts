import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type BundleVector, bundleVectors } from "./bundle-vectors.fixture.ts";
import { nobleSha256 } from "./noble-sha256.ts";
import { nativeVerifyEd25519, sha256 } from "./node-crypto.fixture.ts";
import type { Verification } from "./verification.ts";
import { verificationSteps, verifyBundle } from "./verify-bundle.ts";

const folder = join(import.meta.dirname, "../../../fixtures/bundles");
const vectors: BundleVector[] = readdirSync(folder)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));

/** What a vector states, taken from a verification. */
function summary(verification: Verification, like: BundleVector["expect"]) {
  const { outcome, steps, provableUpTo, streams } = verification;
  const step = steps.find((one) => one.outcome !== "valid")?.step ?? null;
  const counts = streams.map(({ log, stream, events }) => [`${log} ${stream}`, events.length]);
  const events = like.events === undefined ? {} : { events: Object.fromEntries(counts) };
  return { outcome, step, provableUpTo, ...events };
}

for (const { name, description, trust, bundle, expect } of vectors) {
  test(`bundle ${name}: ${description}`, () => {
    const native = { bundle, trust, sha256, verifyEd25519: nativeVerifyEd25519 };
    assert.deepEqual(summary(verifyBundle(native), expect), expect);
  });
}

test("browsers come to the same verdict as the server", () => {
  for (const { bundle, trust, expect } of vectors.filter(({ name }) =>
    /^(valid|dir|cos)/.test(name),
  )) {
    const verification = verifyBundle({ bundle, trust, sha256: nobleSha256 });
    assert.deepEqual(summary(verification, expect), expect);
  }
});

test("the vectors are those that tools/vectors.ts makes", async () => {
  const made = (await bundleVectors()).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sorted = [...vectors].sort((a, b) => (a.name < b.name ? -1 : 1));
  assert.deepEqual(JSON.parse(JSON.stringify(made)), sorted);
});

const [valid] = vectors.filter(({ name }) => name === "valid") as [BundleVector];
const input = { ...valid, sha256, verifyEd25519: nativeVerifyEd25519 };

test("the steps of a valid bundle come one by one, in their order", () => {
  const seen: string[] = [];
  const { steps } = verifyBundle({ ...input, onStep: ({ step }) => seen.push(step) });
  assert.deepEqual(
    [...new Set(seen)],
    [
      ...["format", "directory-signature", "witnesses", "directory-inclusion", "note"],
      ...["currency", "history", "inclusion", "disclosures"],
    ],
  );
  assert.deepEqual(
    seen,
    steps.map(({ step }) => step),
  );
  assert.equal(verificationSteps(input).next().done, false);
});

test("disclosed names are given with the event that committed to them", () => {
  const { streams } = verifyBundle(input);
  const disclosed = streams.flatMap(({ stream, events }) =>
    events.flatMap((event) => event.disclosed.map(({ value }) => [stream, event.index, value])),
  );
  assert.deepEqual(disclosed, [
    ["project/MA1FL0XX1/A01", 2, "陈某甲"],
    ["project/MA1FL0XX1/A01", 19, "林某乙"],
  ]);
});

test("no damaged byte of a valid bundle passes unnoticed", () => {
  // Every 97th character is replaced; what still verifies has to say the same.
  const expected = JSON.stringify(verifyBundle(input).streams);
  for (let at = 0; at < valid.bundle.length; at += 97) {
    const other = valid.bundle[at] === "7" ? "8" : "7";
    const bundle = valid.bundle.slice(0, at) + other + valid.bundle.slice(at + 1);
    const verification = verifyBundle({ ...input, bundle });
    if (verification.outcome !== "valid") continue;
    assert.equal(JSON.stringify(verification.streams), expected, `character ${at}`);
  }
});

test("nothing is stated on the strength of a bundle that does not hold", () => {
  for (const { bundle, trust, expect } of vectors.filter((one) => one.expect.outcome !== "valid")) {
    const verification = verifyBundle({ ...input, bundle, trust });
    assert.deepEqual(verification.streams, []);
    assert.equal(verification.provableUpTo, null);
    const [last] = verification.steps.slice(-1);
    if (expect.outcome === "invalid") assert.equal(last?.step, expect.step);
  }
});
