import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sweepPlatform } from "../../compose/sweep.ts";
import { reportRows, sampleRows } from "../../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";

const OTHER = "CNCA-R-2026-902";

let platform: TestPlatform;
before(async () => {
  platform = await openTestPlatform({ now: () => "2026-11-22T02:00:00.000Z" });
  await connectBody(platform);
  await connectBody(platform, OTHER);
  await reportRows(platform, sampleRows(1));
  await sweepPlatform(platform);
});
after(() => platform.remove());

for (const table of ["obligations", "inbox_items"]) {
  test(`a statement without a where clause sees ${table} of the institution acted for only`, async () => {
    const seenBy = async (institution: string) => {
      const rows = await platform.workspaces.within(institution, (inside) =>
        inside.query<{ institution: string }>(`select distinct institution from ${table}`),
      );
      return rows.map((row) => row.institution);
    };
    assert.deepEqual(await seenBy(BODY), [BODY]);
    assert.deepEqual(await seenBy(OTHER), []);
  });
}
