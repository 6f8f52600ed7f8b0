import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CELLS } from "@suzheng/certification";
import type { Act } from "../application/act.ts";
import type { AppendOutcome, AppendRequest, Ledger } from "../application/ledger/ledger.ts";
import { planAct, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

const OTHER = "CNCA-R-2026-902";

let platform: TestPlatform;
let ids = 0;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await connectBody(platform, OTHER);
});
after(() => platform.remove());

const requestOf = (acts: Act[], more: Partial<AppendRequest> = {}): AppendRequest => ({
  institution: BODY,
  submitter: "test",
  requestId: `request ${ids++}`,
  acts,
  ...more,
});

async function sizeOf(log: string): Promise<number> {
  const heads = await platform.logs.heads();
  return heads.find(({ institution }) => institution === log)?.size ?? 0;
}

function indexesOf(outcome: AppendOutcome | undefined): number[] {
  assert.ok(outcome?.ok, JSON.stringify(outcome));
  return outcome.receipts.map(({ index }) => index);
}

test("the same request again is answered with the first receipts and their time", async () => {
  const request = requestOf([planAct(1), planAct(2)]);
  const first = await platform.ledger.append(request);
  const size = await sizeOf(BODY);
  const again = await platform.ledger.append(request);
  assert.ok(first.ok && again.ok);
  assert.deepEqual([first.replayed, again.replayed], [false, true]);
  assert.equal(again.recordedAt, first.recordedAt);
  assert.deepEqual(indexesOf(again), indexesOf(first));
  assert.deepEqual(
    again.receipts.map(({ leafHash }) => Buffer.from(leafHash).toString("hex")),
    first.receipts.map(({ leafHash }) => Buffer.from(leafHash).toString("hex")),
  );
  assert.equal(await sizeOf(BODY), size);
});

test("the same request twice in one batch is recorded once", async () => {
  const request = requestOf([planAct(3)]);
  const outcomes = await Promise.all([1, 2, 3].map(() => platform.ledger.append(request)));
  assert.equal(new Set(outcomes.flatMap(indexesOf)).size, 1);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.ok && outcome.replayed),
    [false, true, true],
  );
});

test("a request id with other content is refused, also in the batch of the first", async () => {
  const requestId = "used twice";
  const [first, second] = await Promise.all([
    platform.ledger.append(requestOf([planAct(4)], { requestId })),
    platform.ledger.append(requestOf([planAct(5)], { requestId })),
  ]);
  const third = await platform.ledger.append(requestOf([planAct(5)], { requestId }));
  assert.ok(first?.ok);
  assert.deepEqual([second?.ok, !second?.ok && second?.code], [false, "request-id-reused"]);
  assert.deepEqual([third.ok, !third.ok && third.code], [false, "request-id-reused"]);
});

test("request ids of two submitters and of two institutions do not meet", async () => {
  const requestId = "everyone's";
  const outcomes = await Promise.all([
    platform.ledger.append(requestOf([planAct(6)], { requestId, submitter: "one" })),
    platform.ledger.append(requestOf([planAct(7)], { requestId, submitter: "other" })),
    platform.ledger.append(
      requestOf([planAct(8, { institution: OTHER })], { requestId, institution: OTHER }),
    ),
  ]);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.ok && !outcome.replayed),
    [true, true, true],
  );
});

test("a newline in what a request is known by moves nothing into another request", async () => {
  const requests = ["a\nb", "a", "b"].map((requestId, i) =>
    requestOf([planAct(40 + i)], { requestId, submitter: `one\n${i}` }),
  );
  const first = await Promise.all(requests.map((request) => platform.ledger.append(request)));
  const again = await Promise.all(requests.map((request) => platform.ledger.append(request)));
  assert.deepEqual(
    again.map((outcome) => outcome.ok && outcome.replayed),
    [true, true, true],
  );
  assert.deepEqual(again.map(indexesOf), first.map(indexesOf));
});

test("certificates are counted once for each institution, however often they are reported", async () => {
  const certificates = async () => {
    const rows = await platform.database.query<{ count: number }>(
      "select certificates as count from institutions where approval_number = $1",
      [BODY],
    );
    return rows[0]?.count ?? 0;
  };
  const before = await certificates();
  await reportRows(platform, [...sampleRows(50), ...sampleRows(51)]);
  const changed = sampleRows(50).map(({ table, cells }) => ({
    table,
    cells: table === "103010" ? { ...cells, CERT_STATUS: "03" } : cells,
  }));
  await reportRows(platform, [...changed, ...sampleRows(52)]);
  assert.equal(await certificates(), before + 3);
});

test("a stream that moved on is not appended to", async () => {
  const fresh = planAct(9, { expectedVersion: 0 });
  assert.ok((await platform.ledger.append(requestOf([fresh]))).ok);
  const size = await sizeOf(BODY);
  const late = await platform.ledger.append(requestOf([planAct(10), fresh]));
  assert.deepEqual([late.ok, !late.ok && late.code], [false, "stream-moved-on"]);
  assert.equal(await sizeOf(BODY), size);
  assert.ok((await platform.ledger.append(requestOf([planAct(9, { expectedVersion: 1 })]))).ok);
});

test("of writers that expect the same version exactly one wins", async () => {
  const acts = Array.from({ length: 8 }, () => planAct(11, { expectedVersion: 0 }));
  const outcomes = await Promise.all(acts.map((act) => platform.ledger.append(requestOf([act]))));
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
});

test("an act that is too large is refused and the log goes on", async () => {
  const size = await sizeOf(BODY);
  const large = planAct(12, { data: { text: "字".repeat(22_000) } });
  const outcome = await platform.ledger.append(requestOf([planAct(13), large]));
  assert.deepEqual([outcome.ok, !outcome.ok && outcome.code], [false, "entry-too-large"]);
  assert.equal(await sizeOf(BODY), size);
});

test("an act that cannot be encoded takes none of its batch down", async () => {
  const bad = planAct(14, { occurredOn: "2026-02-30" });
  const [good, refused] = await Promise.all([
    platform.ledger.append(requestOf([planAct(15)])),
    platform.ledger.append(requestOf([bad])),
  ]);
  assert.ok(good.ok);
  assert.deepEqual([refused.ok, !refused.ok && refused.code], [false, "entry-not-encodable"]);
});

test("a log that was never opened takes nothing", async () => {
  const institution = "CNCA-R-2026-999";
  const outcome = await platform.ledger.append(requestOf([planAct(16)], { institution }));
  assert.deepEqual([outcome.ok, !outcome.ok && outcome.code], [false, "institution-unknown"]);
});

test("a refused request among good ones leaves nothing behind", async () => {
  const size = await sizeOf(BODY);
  const requests = Array.from({ length: 20 }, (_, i) => {
    const expectedVersion = i % 5 === 3 ? 7 : 0;
    return requestOf([planAct(1000 + i), planAct(1100 + i, { expectedVersion })]);
  });
  const outcomes = await Promise.all(requests.map((one) => platform.ledger.append(one)));
  const good = outcomes.filter(({ ok }) => ok);
  assert.equal(good.length, 16);
  assert.deepEqual(
    good.flatMap(indexesOf),
    Array.from({ length: 32 }, (_, i) => size + i),
  );
  const kept = await platform.database.query<{ request_id: string }>(
    "select request_id from requests where request_id = any($1::text[])",
    [requests.map(({ requestId }) => requestId)],
  );
  assert.equal(kept.length, 16);
  const streams = await platform.store.states(BODY, [planAct(1103).stream, planAct(1003).stream]);
  assert.equal(streams.size, 0);
});

/** Acts one after the other, each as soon as the one before is answered. */
async function submit(ledger: Ledger, submitter: string, projects: readonly number[]) {
  const indexes: number[] = [];
  for (const project of projects) {
    const request = requestOf([planAct(project)], { submitter });
    indexes.push(...indexesOf(await ledger.append(request)));
  }
  return indexes;
}

test("64 submitters at once keep their own order and leave no gap", async () => {
  const size = await sizeOf(BODY);
  const all = await Promise.all(
    Array.from({ length: 64 }, (_, s) =>
      submit(
        platform.ledger,
        `s${s}`,
        Array.from({ length: 10 }, (_, i) => 2000 + 10 * s + i),
      ),
    ),
  );
  for (const indexes of all)
    assert.deepEqual(
      indexes,
      indexes.toSorted((a, b) => a - b),
    );
  assert.deepEqual(
    all.flat().sort((a, b) => a - b),
    Array.from({ length: 640 }, (_, i) => size + i),
  );
});

test("two servers on one database write one log without gap or fork", async () => {
  const other = await platform.another();
  const size = await sizeOf(BODY);
  const all = await Promise.all(
    [platform.ledger, other.ledger].flatMap((ledger, l) =>
      Array.from({ length: 8 }, (_, s) =>
        // Both servers write to the same streams.
        submit(
          ledger,
          `server ${l} ${s}`,
          Array.from({ length: 10 }, (_, i) => 3000 + i),
        ),
      ),
    ),
  );
  assert.deepEqual(
    all.flat().sort((a, b) => a - b),
    Array.from({ length: 160 }, (_, i) => size + i),
  );
});

test("requests that arrive together are recorded in the order in which they came", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) => platform.ledger.append(requestOf([planAct(4000 + i)]))),
  );
  const indexes = outcomes.flatMap(indexesOf);
  assert.deepEqual(
    indexes,
    indexes.toSorted((a, b) => a - b),
  );
});

test("the same person keeps one commitment within an institution and another one elsewhere", async () => {
  await reportRows(platform, [...sampleRows(1), ...sampleRows(2)]);
  const personal = [
    { name: "person.name", value: EXAMPLE_CELLS["103011"].FULL_NAME, public: true },
  ];
  const acts = [planAct(1, { institution: OTHER, personal })];
  assert.ok((await platform.ledger.append(requestOf(acts, { institution: OTHER }))).ok);
  const rows = await platform.database.query<{ institution: string; salt: Buffer }>(
    "select institution, salt from personal_values where name = 'person.name' and value = $1",
    [personal[0]?.value],
  );
  assert.deepEqual(rows.map(({ institution }) => institution).sort(), [BODY, OTHER]);
  assert.notDeepEqual(rows[0]?.salt, rows[1]?.salt);
});

test("after all of this fsck finds nothing", async () => {
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});
