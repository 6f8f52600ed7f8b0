import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import { changeStatusOfInstitution, type StatusChange } from "./change-institution-status.ts";

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
});
after(() => platform.remove());

const change = (status: StatusChange["status"], approvalNumber = BODY) =>
  changeStatusOfInstitution(
    { ...platform, submitter: "test" },
    { approvalNumber, status, reason: "样例", changedOn: "2026-03-01" },
  );

test("a withdrawn approval is shown, stays withdrawn and leaves everything else as it was", async () => {
  const before = await platform.store.institution(BODY);
  assert.deepEqual(await change("suspended"), { outcome: "recorded" });
  assert.deepEqual(await change("suspended"), { outcome: "unchanged" });
  assert.deepEqual(await change("withdrawn"), { outcome: "recorded" });
  const again = await change("active");
  assert.equal(again.outcome === "refused" && again.code, "institution-status-is-final");
  const now = await platform.store.institution(BODY);
  assert.deepEqual(now, { ...before, status: "withdrawn" });
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});

test("a body that nobody connected has no status to change", async () => {
  const refused = await change("suspended", "CNCA-R-2026-999");
  assert.equal(refused.outcome === "refused" && refused.code, "institution-not-registered");
});
