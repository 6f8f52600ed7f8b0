import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { ImportRun } from "@suzheng/api-contract";
import { CodedError } from "../application/coded-error.ts";
import type { ImportRunStore } from "../application/imports/import-run-store.ts";
import type { HandedIn } from "../application/imports/import-runs.ts";
import type { RunImportParts } from "../application/imports/run-import.ts";
import { inProcessImportRuns } from "./import-runs.ts";

const folder = mkdtempSync(join(tmpdir(), "suzheng-runs-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const REQUEST: HandedIn = {
  institution: null,
  ownInstitution: "A",
  submitter: "token:1",
  handedInBy: "token:1",
  files: [{ name: "a.csv", path: "a.csv" }],
  dryRun: false,
  allOrNothing: false,
};

/** Every file is refused; nothing else of the parts is asked for. */
const parts = {
  now: () => "2026-11-22T04:00:00.000Z",
  reportFiles: {
    open: async () => {
      const words = { zh: "", en: "" };
      throw new CodedError("not-a-report", { detail: words, wayOut: words });
    },
  },
} as unknown as RunImportParts;

/** Keeps runs; fails while `isDown` says so. */
function runStore(isDown: (run: ImportRun) => boolean): ImportRunStore {
  const runs = new Map<string, ImportRun>();
  return {
    async save(run) {
      if (isDown(run)) throw new Error("the database is away");
      runs.set(run.id, structuredClone(run));
    },
    find: async (_, id) => runs.get(id) ?? null,
    list: async () => [],
    interruptUnfinished: async () => {},
  };
}

const released = () => {
  let tell = () => {};
  const happened = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { happened, release: async () => tell() };
};

test("a run whose end cannot be saved keeps no files and holds up nobody", async () => {
  const runs = inProcessImportRuns(
    parts,
    runStore(({ state }) => state === "failed"),
    folder,
  );
  const one = released();
  const two = released();
  const run = await runs.start(REQUEST, one.release);
  await runs.start(REQUEST, two.release);
  await Promise.all([one.happened, two.happened]);
  const told = await runs.get("A", run.id);
  assert.deepEqual([told?.state, told?.problem?.code], ["failed", "not-a-report"]);
  assert.equal(await runs.get("B", run.id), null);
});

test("a run that cannot be begun keeps no files", async () => {
  const runs = inProcessImportRuns(
    parts,
    runStore(() => true),
    folder,
  );
  const one = released();
  await assert.rejects(runs.start(REQUEST, one.release), /away/);
  await one.happened;
});

test("a body has a few places, each free again once it is left; others have their own", () => {
  const runs = inProcessImportRuns(
    parts,
    runStore(() => false),
    folder,
  );
  const taken = [1, 2, 3].map(() => runs.takePlace("A"));
  assert.ok(taken.every((leave) => leave !== null));
  assert.equal(runs.takePlace("A"), null);
  assert.notEqual(runs.takePlace("B"), null);
  taken[0]?.();
  assert.notEqual(runs.takePlace("A"), null);
  assert.equal(runs.takePlace("A"), null);
});
