import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  certificateStream,
  type KnownCertificate,
  withholdCertificate,
} from "@suzheng/certification";
import { bodyOf } from "../application/act.ts";
import { fsckPlatform } from "../compose/fsck-platform.ts";
import { changeFile, keepTables } from "../testing/damage.ts";
import { damageRows } from "../testing/damage-rows.ts";
import { certificateNumber, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  damagesOf,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";

const CERTIFICATES = 100;

let platform: TestPlatform;
let putBack: (sql: string) => Promise<void>;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  await reportRows(platform, Array.from({ length: CERTIFICATES }, (_, n) => sampleRows(n)).flat());
  await platform.publisher.publish();
  await withhold(certificateNumber(5));
  await platform.publisher.publish();
  putBack = await keepTables(platform);
});
after(() => platform.remove());

async function withhold(number: string): Promise<void> {
  const stream = certificateStream(number);
  const known = (await platform.store.states(BODY, [stream])).get(stream);
  const state = known?.state as KnownCertificate;
  const decision = withholdCertificate(state, { on: "2026-11-22", reason: "样例" });
  assert.equal(decision.outcome, "accept");
  const { type, schema, occurredOn, data } = decision.event;
  const outcome = await platform.ledger.append({
    institution: BODY,
    submitter: "test",
    requestId: "withhold",
    acts: [
      {
        stream,
        expectedVersion: known?.version ?? 0,
        type,
        schema,
        occurredOn,
        body: bodyOf(data),
        personal: [],
        projection: {
          state: JSON.stringify(decision.state),
          withholding: { number, withheld: true },
        },
      },
    ],
  });
  assert.ok(outcome.ok);
}

test("a platform that nobody touched has no damage", async () => {
  const report = await fsckPlatform(platform);
  assert.deepEqual(report.damages, []);
  assert.equal(report.ok, true);
  assert.equal(report.entries, 404);
});

test("a platform in which nothing is recorded yet has no damage, and a changed tile is one", async () => {
  const empty = await openTestPlatform();
  try {
    await empty.publisher.publish();
    assert.deepEqual(await damagesOf(empty), []);
    await empty.database.query("UPDATE map_tiles SET tile = '\\x01'");
    assert.match((await damagesOf(empty)).join(), /^map-tile/);
  } finally {
    await empty.remove();
  }
});

for (const { name, sql, file, expect } of damageRows) {
  test(`fsck names ${name}`, async () => {
    if (sql !== undefined) await platform.database.query(sql);
    const mend = file === undefined ? () => {} : changeFile(platform, ...file);
    try {
      const { ok, damages } = await fsckPlatform(platform);
      const [first] = damages;
      assert.equal(ok, false);
      assert.equal(first?.kind, expect[0], first?.message.en);
      assert.ok(first?.where.startsWith(expect[1]), first?.where);
      assert.notEqual(first?.expected, first?.found);
    } finally {
      if (sql !== undefined) await putBack(sql);
      mend();
    }
  });
}

test("a row under another stream's name is missed here and one too many there", async () => {
  const number = certificateNumber(7);
  for (const [table, key] of [
    ["stream_states", "stream"],
    ["certificates", "number"],
  ] as const) {
    const name = key === "stream" ? certificateStream(number) : number;
    const sql = `update ${table} set ${key} = '${name}X' where ${key} = '${name}'`;
    await platform.database.query(sql);
    const { damages } = await fsckPlatform(platform);
    await putBack(sql);
    const places = damages.map(({ where }) => where);
    assert.ok(places.includes(`${table} \`${name}\``), places.join());
    assert.ok(places.includes(`${table} \`${name}X\``), places.join());
  }
});

test("what was damaged and mended is no damage", async () => {
  assert.deepEqual(await damagesOf(platform), []);
});

test("no value of a person stands in what fsck reports", async () => {
  const sql = "update personal_values set value = value || '某' where name = 'person.name'";
  await platform.database.query(sql);
  const damages = await damagesOf(platform);
  await putBack(sql);
  assert.ok(damages.length > 0);
  assert.doesNotMatch(damages.join("\n"), /程样例|林样例/);
});

test("an erased person leaves a history that fsck can follow", async () => {
  const sql = "delete from personal_values where name like 'person.%'";
  await platform.database.query(sql);
  assert.deepEqual(await damagesOf(platform), []);
  await putBack(sql);
});

test("a certificate from before there were initials is no damage", async () => {
  const sql = `update certificates set holder_initials = null, holder_fragments = array(
    select fragment from unnest(holder_fragments) with ordinality as f(fragment, place)
    where char_length(fragment) = 2 order by place)`;
  await platform.database.query(sql);
  assert.deepEqual(await damagesOf(platform), []);
  await putBack(sql);
});
