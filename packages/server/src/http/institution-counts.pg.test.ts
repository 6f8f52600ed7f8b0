import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Trace } from "@suzheng/api-contract";
import { sweepPlatform } from "../compose/sweep.ts";
import {
  certificateNumber,
  reportRows,
  sampleRows,
  suspendedCells,
} from "../testing/sample-acts.ts";
import { BODY } from "../testing/test-platform.ts";
import { openWorkplace, type Workplace } from "./accounts/workplace.fixture.ts";

const REGULATOR = "regulator:sample-province";
const NONE = { valid: 0, suspended: 0, withdrawn: 0, cancelled: 0, expired: 0 };
let place: Workplace;

before(async () => {
  place = await openWorkplace();
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
});
after(() => place.close());

const moveTo = (day: string) => {
  place.clock.at = Date.parse(`${day}T04:00:00.000Z`);
};
const counts = async () =>
  (await place.browser().send("GET", `/institutions/${BODY.toLowerCase()}/certificate-counts`))
    .body;

async function report(n: number, cells: Record<string, string> = {}): Promise<void> {
  const row = sampleRows(n).find(({ table }) => table === "103010");
  assert.ok(row);
  await reportRows(place.platform, [{ ...row, cells: { ...row.cells, ...cells } }]);
}

/** Numbers of certificates whose page says that something is overdue. */
async function overdueOnPages(numbers: readonly number[]): Promise<number> {
  let count = 0;
  for (const n of numbers) {
    const { body } = await place
      .browser()
      .send("GET", `/certificates/${certificateNumber(n)}/trace`);
    const { certificate, deadlines } = body as unknown as Trace;
    const stands = certificate.status === "valid" || certificate.status === "suspended";
    if (stands && deadlines.some(({ state }) => state === "overdue")) count += 1;
  }
  return count;
}

test("a body without certificates has none of any status; nobody has looked at deadlines yet", async () => {
  assert.deepEqual(await counts(), { on: "2026-11-22", statuses: NONE, overdue: null });
});

test("an unknown body is not found", async () => {
  const answer = await place
    .browser()
    .send("GET", "/institutions/CNCA-R-2026-999/certificate-counts");
  assert.equal(answer.code, "institution-not-found");
});

test("certificates are counted by status today, and no withheld one among them", async () => {
  for (const n of [1, 2, 3, 4]) await report(n);
  await report(2, suspendedCells("2026-11-01", "2027-04-30"));
  const withheld = await place.server.inject({
    method: "POST",
    url: `/api/v1/certificates/${certificateNumber(4)}/withhold`,
    headers: { authorization: `Bearer ${await place.platform.tokens.create(BODY)}` },
    payload: { reason: "复核" },
  });
  assert.equal(withheld.statusCode, 200);
  assert.deepEqual((await counts()).statuses, { ...NONE, valid: 2, suspended: 1 });
});

test("as many are overdue as pages of certificates say so", async () => {
  await sweepPlatform(place.platform);
  assert.equal((await counts()).overdue, 0);
  moveTo("2027-11-22");
  await sweepPlatform(place.platform);
  const onPages = await overdueOnPages([1, 2, 3]);
  assert.ok(onPages > 0, "the first surveillance was not reported");
  assert.equal((await counts()).overdue, onPages);
});

test("after their last day they have expired, and none of them is overdue any more", async () => {
  moveTo("2030-11-22");
  await sweepPlatform(place.platform);
  assert.deepEqual(await counts(), {
    on: "2030-11-22",
    statuses: { ...NONE, expired: 3 },
    overdue: 0,
  });
});

test("a regulator reads all bodies with their counts, a body's rule manager does not", async () => {
  const reviewer = await place.hire(["regulator-reviewer"], REGULATOR);
  const { body } = await reviewer.send("GET", "/institution-counts");
  const items = body.items as { approvalNumber: string; counts: object }[];
  assert.deepEqual(
    items.map(({ approvalNumber, counts: own }) => [approvalNumber, own]),
    [[BODY, await counts()]],
  );
  const manager = await place.hire(["rule-manager"]);
  assert.equal((await manager.send("GET", "/institution-counts")).code, "role-insufficient");
  assert.equal((await place.browser().send("GET", "/institution-counts")).status, 401);
});
