import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { certificateNumber, sampleRows } from "../../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import { CodedError } from "../coded-error.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type RowOutcome, type RowRecorder, rowRecorder } from "./record-rows.ts";

type Cells = Readonly<Record<string, string>>;

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
});
after(() => platform.remove());

async function recorderFor(
  approvalNumber: string,
  ledger: Ledger = platform.ledger,
): Promise<RowRecorder> {
  const institution = await platform.store.institution(approvalNumber);
  assert.ok(institution);
  const packs = platform.packs.map(({ pack }) => pack);
  return rowRecorder({ ...platform, ledger, packs, submitter: "test" }, institution);
}

const change = (on: string): Cells => ({
  APPR_AC_CODE: "05",
  REPORT_TYPE: "05",
  CHG_DATE: on,
  APP_ASS_DATE: on,
});
const SUSPENSION: Cells = {
  ...change("2026-03-01"),
  CERTI_STATUS: "02",
  CHG_TYP_CODE: "97_01",
  PAUSE_CAUSE: "0112",
  PAUSE_S_DATE: "2026-03-01",
  PAUSE_E_DATE: "2026-08-31",
};
const RESTORATION: Cells = {
  ...change("2026-05-01"),
  CERTI_STATUS: "01",
  CHG_TYP_CODE: "97_02",
};
const WITHDRAWAL: Cells = {
  ...change("2026-02-20"),
  CERTI_STATUS: "03",
  CHG_TYP_CODE: "97_03",
  CANCEL_CAUSE: "0115",
  CANCEL_DATE: "2026-02-20",
};

const record = (recorder: RowRecorder, n: number, cells: Cells): Promise<RowOutcome[]> => {
  const example = sampleRows(n).find(({ table }) => table === "103010")?.cells;
  return recorder.record("103010", [{ row: 2, cells: { ...example, ...cells } }]);
};

const said = ([outcome]: RowOutcome[]): string =>
  outcome?.outcome === "rejected" ? (outcome.errors[0]?.code ?? "") : (outcome?.outcome ?? "");

test("what was decided upon acts that another writer overtook is decided again", async () => {
  await record(await recorderFor(BODY), 1, {});
  const other = await recorderFor(BODY);
  let isOvertaken = false;
  const ledger: Ledger = {
    async append(request) {
      if (!isOvertaken) {
        isOvertaken = true;
        // Meanwhile the second chunk is decided upon the suspension that is not recorded yet.
        await wait(200);
        assert.equal(said(await record(other, 1, WITHDRAWAL)), "recorded");
      }
      return platform.ledger.append(request);
    },
  };
  const recorder = await recorderFor(BODY, ledger);
  const chunks = [record(recorder, 1, SUSPENSION), record(recorder, 1, RESTORATION)];
  assert.deepEqual((await Promise.all(chunks)).map(said), [
    "withdrawn-is-final",
    "withdrawn-is-final",
  ]);
  const now = await platform.reader.byNumber(certificateNumber(1));
  assert.ok(now !== null);
  assert.equal(JSON.parse(now.card).status, "withdrawn");
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});

test("the same file twice records nothing new, however large the team and whatever came between", async () => {
  const recorder = await recorderFor(BODY);
  await record(recorder, 30, {});
  const example = sampleRows(30).find(({ table }) => table === "103011")?.cells;
  const member = (i: number, cells: Cells = {}) => {
    const FULL_NAME = `某${String(i).padStart(2, "0")}`;
    return { row: i + 2, cells: { ...example, FULL_NAME, ID_CODE: `P-0000${i}`, ...cells } };
  };
  const file = Array.from({ length: 60 }, (_, i) => member(i));
  const counts = (outcomes: RowOutcome[]) => {
    const words = outcomes.map((outcome) => said([outcome]));
    return Object.fromEntries(
      [...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]),
    );
  };
  assert.deepEqual(counts(await recorder.record("103011", file)), { recorded: 60 });
  assert.deepEqual(counts(await recorder.record("103011", file)), { unchanged: 60 });
  const correction = [member(7, { APPR_E_DATE: "2026-02-05 12:00:00" })];
  assert.deepEqual(counts(await recorder.record("103011", correction)), { recorded: 1 });
  // Another process, which knows only what the database holds.
  const later = await recorderFor(BODY);
  assert.deepEqual(counts(await later.record("103011", file)), {
    unchanged: 59,
    "corrected-since": 1,
  });
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});

test("of two bodies that report one number at the same moment one has it", async () => {
  const others = ["CNCA-R-2026-903", "CNCA-R-2026-904"];
  const recorders = await Promise.all(
    others.map(async (other) => recorderFor(await connectBody(platform, other))),
  );
  for (const n of [10, 11, 12, 13]) {
    const outcomes = await Promise.all(
      recorders.map((recorder, i) => record(recorder, n, { RZJG_ID: others[i] ?? "" })),
    );
    assert.deepEqual(outcomes.map(said).toSorted(), [
      "certificate-of-another-institution",
      "recorded",
    ]);
  }
  const rows = await platform.database.query(
    "select number from certificates group by number having count(*) > 1",
  );
  assert.deepEqual(rows, []);
});

test("a number is free again when nothing of it was recorded", async () => {
  const [one, other] = ["CNCA-R-2026-905", "CNCA-R-2026-906"];
  for (const body of [one, other]) await connectBody(platform, body);
  const frozen = await recorderFor(one);
  await platform.logs.freeze(one, "an old backup was restored");
  await assert.rejects(record(frozen, 20, { RZJG_ID: one }), { code: "log-frozen" });
  assert.deepEqual(await record(await recorderFor(other), 20, { RZJG_ID: other }), [
    { outcome: "recorded" },
  ]);
});

test("a frozen log is named as the reason, with whom to ask", async () => {
  const frozen = await connectBody(platform, "CNCA-R-2026-902");
  await platform.logs.freeze(frozen, "an old backup was restored");
  const institution = await platform.store.institution(frozen);
  assert.ok(institution);
  const packs = platform.packs.map(({ pack }) => pack);
  const recorder = rowRecorder({ ...platform, packs, submitter: "test" }, institution);
  const refused = record(recorder, 2, { RZJG_ID: frozen, CERT_NUMBER: "90226Q10001R0S" });
  await assert.rejects(refused, { name: "RecordingRefused", code: "log-frozen" });
  await assert.rejects(refused, CodedError);
});
