import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { certificateNumber, reportRows, sampleRows } from "../testing/sample-acts.ts";
import { connectBody, openTestPlatform, type TestPlatform } from "../testing/test-platform.ts";
import { sweepPlatform } from "./sweep.ts";

let at = "2026-04-12T02:00:00.000Z";
let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform({ now: () => at });
  await connectBody(platform);
});
after(() => platform.remove());

const ISSUED = {
  AWARD_DATE: "2026-04-10",
  FIRST_CERT_DATE: "2026-04-10",
  CERTI_E_DATE: "2029-04-09",
  APP_ASS_DATE: "2026-04-07",
};
const SURVEYED = {
  ...ISSUED,
  APPR_AC_CODE: "03",
  REPORT_TYPE: "04",
  SUSE_TIMES: "1",
  APPR_S_DATE: "2027-03-20",
  APPR_E_DATE: "2027-03-21",
  APP_ASS_DATE: "2027-04-02",
};

async function report(n: number, cells: Record<string, string>): Promise<void> {
  const row = sampleRows(n).find(({ table }) => table === "103010");
  assert.ok(row);
  const [outcome] = await reportRows(platform, [{ ...row, cells: { ...row.cells, ...cells } }]);
  assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
}

/** What the certificate is bound to, each step with its rule. */
async function open(n: number): Promise<string[]> {
  await sweepPlatform(platform);
  const rows = await platform.database.query<Record<"rule" | "step" | "due_on", string>>(
    "select rule, step, due_on from obligations where number = $1 order by due_on, rule",
    [certificateNumber(n)],
  );
  return rows.map(({ rule, step, due_on }) => `${rule} ${step} ${due_on}`);
}

const BY_ISO = {
  first: ["iso-17021-1 surveillance 2027-04-07", "iso-17021-1 recertification 2029-04-09"],
  later: ["iso-17021-1 surveillance 2028-12-31", "iso-17021-1 recertification 2029-04-09"],
};

/** Which item codes are of which scheme; what binds each is what its packs were read to say. */
const KINDS = [
  {
    name: "QMS",
    itemCode: "A010103",
    first: ["cnca-qms-01 surveillance 2027-04-10", "cnca-qms-01 recertification 2029-04-09"],
    later: ["cnca-qms-01 surveillance 2028-03-21", "cnca-qms-01 recertification 2029-04-09"],
  },
  { name: "EMS", itemCode: "A020101", ...BY_ISO },
  { name: "OHSMS", itemCode: "A030101", ...BY_ISO },
  { name: "ISMS", itemCode: "A050101", ...BY_ISO },
];

for (const [n, { name, itemCode, first, later }] of KINDS.entries()) {
  test(`a certificate of ${name} opens what the packs of its scheme say`, async () => {
    const number = n + 1;
    at = "2026-04-12T02:00:00.000Z";
    await report(number, { ...ISSUED, AUTH_PROJ_CODE: itemCode });
    assert.deepEqual(await open(number), first);
    at = "2027-04-05T02:00:00.000Z";
    await report(number, { ...SURVEYED, AUTH_PROJ_CODE: itemCode });
    assert.deepEqual(await open(number), later);
  });
}
