import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { EXAMPLE_CELLS } from "@suzheng/certification";
import { composeApp } from "../../compose/app.ts";
import { acrossInstitutions } from "../../postgres/accounts/workspace.ts";
import { postgresHistoryReader } from "../../postgres/what-if/history-reader.ts";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import { traceCertificate } from "../certificates/trace-certificate.ts";
import { totalsOfLog } from "../what-if/replay/totals-of-log.ts";
import { type ErasureOrder, eraseAgain, erasePerson, type PersonErased } from "./erase-person.ts";
import type { ErasureRecord } from "./erasure-record.ts";

const { ID_CODE: CHENG, FULL_NAME: NAME, APT_CERTI_NUM: NUMBER } = EXAMPLE_CELLS["103011"];
const LIN = "110101190001020000";
const LIN_NUMBER = "2024-N1QMS-0000002";
const TELEPHONE = "00000000000";

type Row = ReturnType<typeof sampleRows>[number];

/** 程样例 is planned, audits, decides and stands in a remark; 林样例 is planned and audits. */
const ROWS: Row[] = [1, 2].flatMap(sampleRows).map(({ table, cells }): Row => {
  if (table === "102010") return { table, cells: { ...cells, REMARK: `由${NAME}带队` } };
  if (table === "103010") return { table, cells: { ...cells, CHK_P_LIST: `周样例；${NAME}` } };
  if (cells.FULL_NAME === NAME) return { table, cells };
  return { table, cells: { ...cells, APT_CERTI_NUM: LIN_NUMBER } };
});

const attendance = (changed: Readonly<Record<string, string>>): Row => ({
  table: "103011",
  cells: { ...EXAMPLE_CELLS["103011"], CERT_NUMBER: certificateNumber(2), ...changed },
});

const TABLES = ["personal_values", "participations", "stream_states"] as const;

let platform: TestPlatform;
let records: ErasureRecord[] = [];

beforeEach(async () => {
  records = [];
  platform = await openTestPlatform();
  await connectBody(platform);
  await recorded(ROWS);
  await platform.publisher.publish();
});
afterEach(() => platform.remove());

async function recorded(rows: readonly Row[]): Promise<void> {
  const outcomes = await reportRows(platform, rows);
  const others = outcomes.filter(({ outcome }) => outcome !== "recorded");
  assert.deepEqual(others, []);
}

const order = (changed: Partial<ErasureOrder> = {}): ErasureOrder => ({
  institution: BODY,
  asked: { by: "identity", value: CHENG },
  withNameAlone: false,
  confirm: changed.asked?.value ?? CHENG,
  keep: async (record) => void records.push(record),
  ...changed,
});

async function erased(changed: Partial<ErasureOrder> = {}): Promise<PersonErased> {
  const done = await erasePerson(platform, order(changed));
  assert.ok(done.outcome === "done", JSON.stringify(done));
  return done.value;
}

async function refusal(changed: Partial<ErasureOrder>): Promise<string> {
  const done = await erasePerson(platform, order(changed));
  assert.ok(done.outcome === "refused", JSON.stringify(done));
  assert.deepEqual(records, []);
  return done.code;
}

/** Everything that the institution's tables hold, and what of it has some text in it. */
async function rows(): Promise<Record<(typeof TABLES)[number], string[]>> {
  const found = await Promise.all(
    TABLES.map(async (table) => {
      const texts = await platform.database.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t where institution = $1 order by 1`,
        [BODY],
      );
      return [table, texts.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(found) as Awaited<ReturnType<typeof rows>>;
}

const holding = (all: Awaited<ReturnType<typeof rows>>, ...words: string[]): string[] =>
  Object.values(all)
    .flat()
    .filter((row) => words.some((word) => row.includes(word)));

const tokens = () => [CHENG, NUMBER, NAME].map((text) => platform.personToken(text));

async function traceOf(n: number) {
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  const asked = { on: null, knownAt: null };
  const found = await traceCertificate(app, certificateNumber(n), asked);
  assert.ok(found.found);
  return found.trace;
}

test("a dry run counts what erasing then takes, and changes nothing", async () => {
  const before = await rows();
  const tried = await erased({ confirm: null });
  assert.deepEqual(await rows(), before);
  assert.deepEqual(records, []);
  assert.deepEqual(await erased(), tried);
  assert.deepEqual(tried, {
    values: {
      "decision-maker.*": 1,
      "inspector.*": 1,
      "person.identity": 1,
      "person.name": 1,
      "person.registration": 1,
      remark: 1,
    },
    acts: { AuditParticipationReported: 2, AuditPlanReported: 2, CertificateReported: 2 },
    participations: 2,
    states: 2,
    imports: 0,
    files: 0,
    others: 0,
    left: {},
  });
});

test("nothing of the person stays, others lose nothing, and the logs are whole", async () => {
  await erased();
  const left = await rows();
  assert.deepEqual(holding(left, CHENG, NAME, NUMBER, `${TELEPHONE}\\"`, ...tokens()), []);
  assert.equal(holding(left, LIN).length, 2, "as planned and as reported");
  assert.equal(left.participations.length, 2);
  assert.equal(holding(left, "周样例").length, 1, "who decided with the person");
  const [record] = records;
  assert.equal(record?.commitments.length, 6);
  assert.deepEqual(
    [CHENG, NAME, NUMBER].filter((value) => JSON.stringify(record).includes(value)),
    [],
  );
  assert.deepEqual(await damagesOf(platform), []);
});

test("the trace keeps act, place and verdicts and says that the name was erased", async () => {
  const before = await traceOf(1);
  await erased();
  const after = await traceOf(1);
  const strip = ({ acts }: typeof before) => acts.map(({ people: _people, ...act }) => act);
  assert.deepEqual(strip(after), strip(before));
  const people = after.acts.flatMap((act) => act.people);
  const attending = after.acts
    .filter(({ type }) => type === "AuditParticipationReported")
    .flatMap((act) => act.people)
    .sort((one, other) => Number(one.erased) - Number(other.erased));
  assert.deepEqual(attending, [
    { role: "member", name: "林样例", registrationNumber: LIN_NUMBER, erased: false },
    { role: "leader", name: null, registrationNumber: null, erased: true },
  ]);
  const deciding = people.filter(({ role }) => role === "decision-maker");
  assert.deepEqual(
    deciding.map(({ name, erased: gone }) => [name, gone]),
    [
      [null, false],
      [null, true],
    ],
  );
  await platform.publisher.publish();
  const bundle = await platform.prover.prove(certificateNumber(1), BODY, [
    `certificate/${certificateNumber(1)}`,
  ]);
  assert.deepEqual(
    bundle?.disclosures.map(({ value }) => value),
    ["林样例", LIN_NUMBER],
  );
});

test("the same files sent again are unchanged and bring nobody back", async () => {
  await erased();
  const before = await rows();
  const outcomes = await reportRows(platform, ROWS);
  assert.deepEqual([...new Set(outcomes.map(({ outcome }) => outcome))], ["unchanged"]);
  assert.deepEqual(await rows(), before);
  records = [];
  assert.equal(await refusal({}), "person-unknown");
});

test("a restored backup is erased again from the record, however often", async () => {
  const backup = await Promise.all(
    TABLES.map(async (table) => {
      const [one] = await platform.database.query<{ rows: string }>(
        `select json_agg(t)::text as rows from ${table} t`,
      );
      return { table, json: one?.rows ?? "[]" };
    }),
  );
  await erased();
  const after = await rows();
  for (const { table, json } of backup) {
    await platform.database.query(`delete from ${table}`);
    await platform.database.query(
      `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
      [json],
    );
  }
  assert.notDeepEqual(await rows(), after);
  const [record] = records;
  assert.ok(record !== undefined);
  for (const values of [6, 0]) {
    const done = await eraseAgain(platform, record);
    assert.ok(done.outcome === "done");
    const counted = Object.values(done.value.values).reduce((sum, count) => sum + count, 0);
    assert.equal(counted, values);
    assert.deepEqual(await rows(), after);
  }
  assert.deepEqual(await damagesOf(platform), []);
});

test("of two with one name the number says whom; what may be the other's stays", async () => {
  await recorded([attendance({ FULL_NAME: NAME, ID_CODE: LIN, APT_CERTI_NUM: LIN_NUMBER })]);
  const before = await rows();
  assert.equal(await refusal({ asked: { by: "name", value: NAME } }), "person-name-shared");
  assert.deepEqual(await rows(), before);
  const { values, others, left } = await erased();
  assert.deepEqual([others, left], [1, { "decision-maker.*": 1, remark: 1 }]);
  assert.deepEqual(Object.keys(values), [
    "inspector.*",
    "person.identity",
    "person.name",
    "person.registration",
  ]);
  assert.equal(holding(await rows(), LIN).length, 2);
  assert.deepEqual(await damagesOf(platform), []);
});

test("who comes again is new: recorded, counted as another, and never joined to before", async () => {
  const day = { APPR_S_DATE: "2026-03-03 08:00:00", APPR_E_DATE: "2026-03-03 17:00:00" };
  await erased();
  await recorded([attendance(day)]);
  const { participations } = await rows();
  assert.equal(holding(await rows(), ...tokens()).length, 1, JSON.stringify(participations));
  const { acts } = await traceOf(2);
  const [newest] = acts;
  const counted = newest?.verdicts.flatMap(({ facts }) => facts.certificatesInCycleYear ?? []);
  assert.ok((counted?.length ?? 0) > 0 && counted?.every((count) => count === 1), String(counted));
  const decided = newest?.verdicts.flatMap(({ facts }) => facts.isDecisionMaker ?? []);
  assert.deepEqual(decided, [], "whether the erased decision maker came again cannot be told");
  const toldAgain = await totalsAgain();
  assert.equal(toldAgain(newest?.log.index ?? -1)?.certificatesInCycleYear, 1);
  const attended = acts.find(
    ({ type, people }) => type === newest?.type && people.some((person) => person.erased),
  );
  assert.equal(toldAgain(attended?.log.index ?? -1)?.certificatesInCycleYear, 2);
  assert.deepEqual(await damagesOf(platform), []);
});

test("a record that cannot be kept keeps the person from being erased", async () => {
  const before = await rows();
  const keep = () => Promise.reject(new Error("the disk is full"));
  await assert.rejects(erasePerson(platform, order({ keep })), /disk is full/);
  assert.deepEqual(await rows(), before);
});

test("nobody is erased by a slip of the pen, and who is unknown is said to be", async () => {
  assert.equal(await refusal({ confirm: LIN }), "confirmation-differs");
  const asked = { by: "name", value: "无此人" } as const;
  assert.equal(await refusal({ asked, confirm: "无此人" }), "person-unknown");
  assert.equal(await refusal({ institution: "CNCA-R-2026-999" }), "institution-not-registered");
});

/** What a try on the past counts of persons, in the institution's log as it is. */
async function totalsAgain() {
  const heads = await platform.logs.heads();
  const entries = heads.find(({ institution }) => institution === BODY)?.size ?? 0;
  const history = postgresHistoryReader(platform.database);
  const totals = await totalsOfLog(history, { institution: BODY, entries }, () => "go-on");
  assert.ok(totals !== "stopped");
  return totals;
}

/** An import with a rejected row of somebody, as a run over the API leaves it. */
async function leaveRejected(id: string, name: string): Promise<string> {
  const others = { ID_CODE: "", APT_CERTI_NUM: "", APPR_STAGE: "?" };
  const cells = { ...EXAMPLE_CELLS["103011"], FULL_NAME: name, ...others };
  const folder = join(platform.dataFolder, "imports", id);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "teams.rejected.csv");
  writeFileSync(path, `${Object.keys(cells).join(",")}\n${Object.values(cells).join(",")}\n`);
  const run = { id, summary: { rejected: 1, errors: [{ row: 2, message: `\`${name}\`` }] } };
  await acrossInstitutions(platform.database, (across) =>
    across.query(
      `insert into import_runs (institution, id, run, started_at) values ($1, $2, $3, now())`,
      [BODY, id, JSON.stringify(run)],
    ),
  );
  return path;
}

test("rejected rows and messages about them go where they name the person", async () => {
  const own = await leaveRejected("first", NAME);
  const other = await leaveRejected("second", "林样例");
  const tried = await erased({ confirm: null });
  assert.deepEqual([tried.imports, tried.files, existsSync(own)], [1, 1, true]);
  await erased();
  assert.deepEqual([existsSync(own), existsSync(other)], [false, true]);
  const runs = await acrossInstitutions(platform.database, (across) =>
    across.query<{ run: { summary: unknown } }>("select run from import_runs order by id"),
  );
  assert.deepEqual(
    runs.map(({ run }) => run.summary),
    [
      { rejected: 1, errors: [] },
      { rejected: 1, errors: [{ row: 2, message: "`林样例`" }] },
    ],
  );
});

test("a number is found as cells of reports are written down", async () => {
  const asked = { by: "registration", value: ` ${NUMBER.toLowerCase()} ` } as const;
  const { values } = await erased({ asked, confirm: NUMBER });
  assert.equal(values["person.registration"], 1);
});
