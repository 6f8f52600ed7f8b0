import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { encodeBundle } from "@suzheng/log-format";
import { verifyBundle } from "@suzheng/verifier";
import { addDemoPerson } from "../application/accounts/demo-people.ts";
import { CONTENT } from "../http/registry/registry.fixture.ts";
import { sha256 } from "../ledger/sha256.ts";
import { connectBody, openTestPlatform, type TestPlatform } from "../testing/test-platform.ts";
import { addDemoRule, cancelDemoRule } from "./demo-rules.ts";
import { composeRegistry } from "./registry.ts";

let platform: TestPlatform;
before(async () => {
  platform = await openTestPlatform();
});
after(() => platform.remove());

test("invented versions are filed, published and cancelled like any other, and their proof holds", async () => {
  const institution = await connectBody(platform);
  const accounts = { ...platform.accounts, isDemo: () => true };
  for (const role of ["rule-manager", "quality-responsible"] as const) {
    await addDemoPerson(accounts, { institution, roles: [role], signInName: role, name: "样例" });
  }
  const people = { draftedBy: "rule-manager", signedBy: "quality-responsible" };
  const demo = { institution, rule: "sample", content: CONTENT, ...people };
  await addDemoRule(platform, { ...demo, publishedFrom: "2026-12-01" });
  const next = { ...CONTENT, version: "2", inForceFrom: "2027-01-01" };
  await addDemoRule(platform, { ...demo, content: next, publishedFrom: "2027-01-01" });
  const { signedBy } = people;
  const ended = { institution, rule: "sample", version: "2", signedBy, reason: "样例理由" };
  await cancelDemoRule(platform, ended);
  await platform.publisher.publish();
  const rules = await composeRegistry(platform, accounts).rules.rule(institution, "sample");
  assert.deepEqual(
    rules?.versions.map(({ state }) => state),
    ["superseded", "cancelled"],
  );
  const proof = await platform.prover.proveRule(institution, "sample");
  assert.ok(proof);
  const { trust } = platform;
  const { outcome, steps } = verifyBundle({ bundle: encodeBundle(proof), trust, sha256 });
  assert.equal(outcome, "valid", JSON.stringify(steps.at(-1)));
});
