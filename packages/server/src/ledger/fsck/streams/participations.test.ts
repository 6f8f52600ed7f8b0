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
};
const second: Attendance = { ...first, index: 10, number: "90126E10001R0S" };

const rowOf = ({ index: _index, ...attendance }: Attendance): FsckParticipation => ({
  ...attendance,
  person: "token",
});

async function damagesWith(
  rows: readonly FsckParticipation[],
  // Out of the log's order, as streams come.
  attendances: readonly Attendance[] = [second, first],
): Promise<string[]> {
  const damages = collectDamages(10);
  const snapshot = {
    async *participations() {
      yield [...rows];
    },
  };
  const tokens = new Map([["commitment", "token"]]);
  const packed = attendances.map(packAttendance).join("\n");
  await checkParticipations({ snapshot, log: "log", damages, tokens }, packed);
  return damages.list.map(({ expected, found }) => `${expected} / ${found}`);
}

const right = [first, second].map(rowOf);

test("rows as the entries say them are no damage", async () => {
  assert.deepEqual(await damagesWith(right), []);
});

test("a row that the newest entry of its stay corrected is told by that entry", async () => {
  const corrected = { ...second, index: 11, endsAt: "2026-02-04T17:00:00" };
  const rows = [rowOf(first), rowOf(corrected)];
  assert.deepEqual(await damagesWith(rows, [corrected, second, first]), []);
  assert.deepEqual(await damagesWith(right, [corrected, second, first]), [
    "until 2026-02-04T17:00:00 at XY0000001 / until 2026-02-03T17:00:00 at XY0000001",
  ]);
});

test("a missing row is damage", async () => {
  assert.deepEqual(await damagesWith(right.slice(0, 1)), [
    "until 2026-02-03T17:00:00 at XY0000001 / no row",
  ]);
});
