import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import type { AppendRequest } from "../application/ledger/ledger.ts";
import type { LogStore, LogTransaction } from "../application/ledger/log-store.ts";
import { planAct } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { groupCommitLedger } from "./group-commit.ts";

let platform: TestPlatform;
let administrator: pg.Client;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  administrator = new pg.Client({ connectionString: platform.testDatabase.url });
  await administrator.connect();
});
after(async () => {
  await administrator.end();
  await platform.remove();
});

let projects = 0;

/** Two acts of streams that no other request touches. */
const requestOf = (requestId: string): AppendRequest => ({
  institution: BODY,
  submitter: "test",
  requestId,
  acts: [planAct(projects++), planAct(projects++)],
});

/** Ends every connection of the platform that is inside a transaction. */
async function killTransactions(): Promise<number> {
  const { rowCount } = await administrator.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  );
  return rowCount ?? 0;
}

type Step = "heads" | "streamHeads" | "requests" | "commitments" | "write";
type Moment = "before" | "after";

/** A store whose connection is killed around one step of the next transaction. */
function dying(logs: LogStore, step: Step, moment: Moment): LogStore {
  let armed = true;
  const wrap = (log: LogTransaction): LogTransaction => {
    const original = log[step].bind(log) as (...values: unknown[]) => Promise<unknown>;
    const killing = async (...values: unknown[]) => {
      if (moment === "before") assert.ok((await killTransactions()) > 0);
      const result = await original(...values);
      if (moment === "after") assert.ok((await killTransactions()) > 0);
      return result;
    };
    return { ...log, [step]: killing };
  };
  return {
    ...logs,
    transact(work) {
      if (!armed) return logs.transact(work);
      armed = false;
      return logs.transact((log) => work(wrap(log)));
    },
  };
}

async function rowCounts(): Promise<Record<string, number>> {
  const [row] = await platform.database.query<Record<string, number>>(
    `select (select count(*) from entries) as entries, (select count(*) from requests) as requests,
       (select count(*) from stream_states) as states, (select size from logs where institution = $1) as size`,
    [BODY],
  );
  return row ?? {};
}

const steps: Step[] = ["heads", "streamHeads", "requests", "commitments", "write"];
for (const step of steps) {
  for (const moment of ["before", "after"] as const) {
    test(`a connection that dies ${moment} \`${step}\` leaves nothing, and the retry records once`, async () => {
      const ledger = groupCommitLedger(dying(platform.logs, step, moment), platform.now);
      const request = requestOf(`${step} ${moment}`);
      const other = requestOf(`${step} ${moment} other`);
      const counted = await rowCounts();
      const answers = await Promise.allSettled([ledger.append(request), ledger.append(other)]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        ["rejected", "rejected"],
      );
      assert.deepEqual(await rowCounts(), counted);
      const first = await ledger.append(request);
      const second = await ledger.append(request);
      assert.ok(first.ok && second.ok);
      assert.deepEqual([first.replayed, second.replayed], [false, true]);
      assert.equal((await rowCounts()).size, Number(counted.size) + 2);
    });
  }
}

test("an answer that was lost after the commit is given again to the same request", async () => {
  let isLost = true;
  const losing: LogStore = {
    ...platform.logs,
    async transact(work) {
      const result = await platform.logs.transact(work);
      if (isLost) {
        isLost = false;
        throw new Error("the connection broke before the answer came");
      }
      return result;
    },
  };
  const ledger = groupCommitLedger(losing, platform.now);
  const request = requestOf("lost answer");
  const counted = await rowCounts();
  await assert.rejects(ledger.append(request));
  const again = await ledger.append(request);
  assert.ok(again.ok && again.replayed);
  assert.equal((await rowCounts()).size, Number(counted.size) + 2);
});

const elsewhere = (institution: string, project: number): AppendRequest => ({
  institution,
  submitter: "test",
  requestId: null,
  acts: [planAct(project, { institution })],
});

test("a log that somebody holds keeps only its own acts waiting", async () => {
  const other = await connectBody(platform, "CNCA-R-2026-902");
  await administrator.query("begin");
  await administrator.query("select 1 from logs where institution = $1 for update", [BODY]);
  let isRecorded = false;
  const waiting = platform.ledger.append(requestOf("waits for its log")).then((outcome) => {
    isRecorded = true;
    return outcome;
  });
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => platform.ledger.append(elsewhere(other, i))),
  );
  assert.ok(outcomes.every(({ ok }) => ok));
  assert.equal(isRecorded, false);
  await administrator.query("commit");
  assert.ok((await waiting).ok);
});

test("what one institution hands in fails no act of another", async () => {
  const other = await connectBody(platform, "CNCA-R-2026-903");
  // PostgreSQL stores no NUL, and no check of ours has looked at this name.
  const bad = { ...elsewhere(BODY, 0), acts: [planAct(0, { stream: "project/\u0000" })] };
  const [refused, recorded] = await Promise.allSettled([
    platform.ledger.append(bad),
    platform.ledger.append(elsewhere(other, 1)),
  ]);
  assert.equal(refused?.status, "rejected");
  assert.ok(recorded?.status === "fulfilled" && recorded.value.ok);
});

test("after all of this fsck finds nothing", async () => {
  await platform.publisher.publish();
  assert.deepEqual(await damagesOf(platform), []);
});
