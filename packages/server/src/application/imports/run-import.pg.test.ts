import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { certificateStream } from "@suzheng/certification";
import { certificateNumber, sampleRows } from "../../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import type { ImportFile, ImportRow } from "./import-reports.ts";
import { type RunImportParts, runImport } from "./run-import.ts";

type Cells = Readonly<Record<string, string>>;

let platform: TestPlatform;
let parts: Omit<RunImportParts, "reportFiles">;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  parts = { ...platform, packs: platform.packs.map(({ pack }) => pack) };
});
after(() => platform.remove());

const certificateCells = (n: number, cells: Cells = {}): Cells => ({
  ...sampleRows(n).find(({ table }) => table === "103010")?.cells,
  ...cells,
});

const rowsOf = (cells: readonly Cells[]): ImportRow[] =>
  cells.map((one, i) => ({ row: i + 2, cells: one, original: [], problem: null }));

function fileOf(rows: ImportFile["rows"]): ImportFile {
  return { name: "103010.csv", table: { id: "103010" }, bytesTotal: 1, bytesRead: () => 1, rows };
}

/** What one file of these chunks leads to. */
function run(
  rows: ImportFile["rows"],
  options: { dryRun?: boolean; allOrNothing?: boolean; signal?: AbortSignal } = {},
  with_: Partial<RunImportParts> = {},
) {
  const { dryRun = false, allOrNothing = false, signal } = options;
  const reportFiles: RunImportParts["reportFiles"] = {
    open: async () => fileOf(rows),
    rejectsInto: () => () => ({ write: async () => {}, close: async () => [] }),
  };
  const request = {
    institution: BODY,
    ownInstitution: null,
    submitter: "test",
    files: [{ name: "103010.csv", path: "" }],
    dryRun,
    allOrNothing,
  };
  return runImport(
    { ...parts, reportFiles, ...with_ },
    { request, folder: "", onProgress: () => {}, ...(signal === undefined ? {} : { signal }) },
  );
}

async function isRecorded(n: number): Promise<boolean> {
  const stream = certificateStream(certificateNumber(n));
  return (await platform.store.states(BODY, [stream])).has(stream);
}

for (const options of [{ dryRun: true }, { allOrNothing: true }]) {
  const mode = Object.keys(options).join();
  test(`${mode}: a file that breaks in its middle leaves nothing recorded`, async () => {
    async function* breaking() {
      yield rowsOf([certificateCells(1)]);
      throw new Error("the file ends here");
    }
    await assert.rejects(run(breaking(), options), /the file ends here/);
    // Whatever was still under way has had the time to do its harm.
    await wait(300);
    assert.equal(await isRecorded(1), false);
  });
}

test("an import of all or nothing that is stopped records nothing", async () => {
  const stopping = new AbortController();
  async function* stopped() {
    yield rowsOf([certificateCells(2)]);
    stopping.abort();
    yield rowsOf([certificateCells(3)]);
  }
  const { recordedNothing, summary } = await run(stopped(), {
    allOrNothing: true,
    signal: stopping.signal,
  });
  assert.deepEqual([recordedNothing, summary.recorded], [true, 0]);
  assert.equal(await isRecorded(2), false);
});

test("the second chunk knows the first, however slowly the body is looked up", async () => {
  const store: typeof platform.store = {
    ...platform.store,
    async institution(approvalNumber) {
      await wait(50);
      return platform.store.institution(approvalNumber);
    },
  };
  const child = { IS_C_CERTI: "1", M_CERTI_NUM: certificateNumber(4), CERTI_E_DATE: "2029-02-10" };
  async function* chunks() {
    yield rowsOf([certificateCells(4)]);
    yield rowsOf([certificateCells(5, child)]);
  }
  const { summary } = await run(chunks(), {}, { store });
  assert.deepEqual(
    summary.errors.map(({ code }) => code),
    ["child-outlives-main"],
  );
});

test("a file that was opened ahead counts as done once its turn has come", async () => {
  const waiting = [certificateCells(8), certificateCells(9)];
  async function* chunk(cells: Cells) {
    yield rowsOf([cells]);
  }
  const done: number[] = [];
  await runImport(
    {
      ...parts,
      reportFiles: {
        // Their tables are found by reading the beginning, which is all of them.
        open: async () => ({
          ...fileOf(chunk(waiting.shift() ?? {})),
          bytesTotal: 5,
          bytesRead: () => 5,
        }),
        rejectsInto: () => () => ({ write: async () => {}, close: async () => [] }),
      },
    },
    {
      request: {
        institution: BODY,
        ownInstitution: null,
        submitter: "test",
        files: ["one", "two"].map((name) => ({ name, path: "" })),
        dryRun: true,
        allOrNothing: false,
      },
      folder: "",
      onProgress: ({ bytesDone }) => done.push(bytesDone),
    },
  );
  assert.deepEqual(done, [5, 10]);
});
