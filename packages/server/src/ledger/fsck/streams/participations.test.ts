import assert from "node:assert/strict";
import { test } from "node:test";
import type { FsckParticipation } from "../../../application/fsck.ts";
import { collectDamages } from "../damages.ts";
import { type Attendance, checkParticipations, packAttendance } from "./participations.ts";

const first: Attendance = {
  index: 9,
  person: "commitment",
  startsAt: "2026-02-03T08:00:00",
  endsAt: "2026-02-03T17:00:00",
  holder: "XY0000001",
  number: "90126Q10001R0S",
  stage: "stage-2",
  days: 1,
};
/** At the same time for another scheme, so that its days do not count again. */
const second: Attendance = { ...first, index: 10, number: "90126E10001R0S" };

const rowOf = ({ index: _index, ...attendance }: Attendance): FsckParticipation => ({
  ...attendance,
  person: "token",
});

async function damagesWith(rows: readonly FsckParticipation[]): Promise<string[]> {
  const damages = collectDamages(10);
  const snapshot = {
    async *participations() {
      yield [...rows];
    },
  };
  const tokens = new Map([["commitment", "token"]]);
  // Out of the log's order, as streams come.
  const packed = [second, first].map(packAttendance).join("\n");
  await checkParticipations({ snapshot, log: "log", damages, tokens }, packed);
  return damages.list.map(({ expected, found }) => `${expected} / ${found}`);
}

const right = [rowOf(first), { ...rowOf(second), days: 0 }];

test("days at one holder at the same time count once, for the earlier entry", async () => {
  assert.deepEqual(await damagesWith(right), []);
});

test("days that count twice are damage", async () => {
  assert.deepEqual(await damagesWith([rowOf(first), rowOf(second)]), [
    "until 2026-02-03T17:00:00 at XY0000001, 0 days / until 2026-02-03T17:00:00 at XY0000001, 1 days",
  ]);
});

test("a missing row is damage", async () => {
  assert.deepEqual(await damagesWith(right.slice(0, 1)), [
    "until 2026-02-03T17:00:00 at XY0000001, 0 days / no row",
  ]);
});
