import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { ReportTableId } from "@suzheng/certification";
import { simulateSector } from "@suzheng/sector";
import { rowRecorder } from "../../packages/server/src/application/imports/record-rows.ts";
import { connectInstitution } from "../../packages/server/src/application/institutions/register-institution.ts";
import type { Platform } from "../../packages/server/src/compose/platform.ts";
import { damagesOf, openTestPlatform } from "../../packages/server/src/testing/test-platform.ts";

const ROWS_AT_A_TIME = 256;

/** Fields of the official tables that name people; parts are separated by commas and semicolons. */
const PERSONAL_FIELDS = [
  ...["AUDIT_INSPECTOR", "AUDIT_INSPECT_ZJ", "ORG_CONTACT_PERSON", "ORG_CONTACT_WAY", "CHK_P_LIST"],
  ...["FULL_NAME", "ID_CODE", "APT_CERTI_NUM"],
];
/** Role codes stand among the parts. */
const CODE = /^\d{0,2}$/;

const sector = simulateSector({
  seed: "personal data",
  bodies: 3,
  certificates: 120,
  today: "2026-11-22",
});

type Rows = Map<ReportTableId, { row: number; cells: Readonly<Record<string, string>> }[]>;

const personalValues = (cells: Readonly<Record<string, string>>): string[] =>
  PERSONAL_FIELDS.flatMap((field) => (cells[field] ?? "").split(/[，；,;]/))
    .map((part) => part.trim())
    .filter((part) => !CODE.test(part));

function rowsOf(approvalNumber: string, personal: Set<string>): Rows {
  const rows: Rows = new Map();
  for (const { table, cells } of sector.history(approvalNumber).rows) {
    const some = rows.get(table) ?? [];
    some.push({ row: some.length + 2, cells });
    rows.set(table, some);
    for (const value of personalValues(cells)) personal.add(value);
  }
  return rows;
}

async function fill(platform: Platform): Promise<Set<string>> {
  const personal = new Set<string>();
  const packs = platform.packs.map(({ pack }) => pack);
  const parts = { ...platform, packs, submitter: "test" };
  for (const institution of sector.institutions) {
    await connectInstitution(parts, institution);
    const connected = await platform.store.institution(institution.approvalNumber);
    assert.ok(connected !== null);
    const recorder = rowRecorder(parts, connected);
    for (const [table, rows] of [...rowsOf(institution.approvalNumber, personal)].sort()) {
      for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
        await recorder.record(table, rows.slice(at, at + ROWS_AT_A_TIME));
      }
    }
  }
  return personal;
}

/** Everything that outsiders can fetch of the logs. */
function publishedText(platform: Platform): string {
  const folder = join(platform.dataFolder, "public");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
    .join("\n");
}

test("nothing that names a person is in a log, and erasing people leaves the logs sound", async () => {
  const platform = await openTestPlatform();
  try {
    const personal = await fill(platform);
    await platform.publisher.publish();
    const stored = await platform.database.query<{ entry: string }>("select entry from entries");
    const text = stored.map(({ entry }) => entry).join("\n") + publishedText(platform);
    assert.ok(stored.length > 500 && personal.size > 100, `${stored.length}, ${personal.size}`);
    assert.deepEqual(
      [...personal].filter((value) => text.includes(value)),
      [],
    );

    const [kept] = await platform.database.query<{ count: number }>(
      "select count(*) from personal_values",
    );
    assert.ok((kept?.count ?? 0) > 100, "the values are kept beside the log");
    assert.deepEqual(await damagesOf(platform), []);
    await platform.database.query("delete from personal_values");
    assert.deepEqual(await damagesOf(platform), []);
  } finally {
    await platform.remove();
  }
});
