import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestPlatform, type TestPlatform } from "../testing/test-platform.ts";
import { byteaArray, textArray } from "./binary-array.ts";

let platform: TestPlatform;

before(async () => {
  platform = await openTestPlatform();
});
after(() => platform.remove());

test("PostgreSQL reads texts as they are, whatever would have to be escaped elsewhere", async () => {
  const texts = ["", "NULL", "one\ntwo", 'a "b" \\ {c},d', "认证机构 é 😀", " x "];
  const [row] = await platform.database.query<{ texts: string[] }>(
    "select array(select t from unnest($1::text[]) with ordinality as k(t, n) order by n) as texts",
    [textArray(texts)],
  );
  assert.deepEqual(row?.texts, texts);
});

test("bytes of UTF-8 are a text, and bytes are bytes", async () => {
  const bytes = [new Uint8Array(), Uint8Array.from([0, 255, 10]), Buffer.from("溯证")];
  const [row] = await platform.database.query<{ text: string; bytes: Buffer[] }>(
    "select ($1::text[])[1] as text, $2::bytea[] as bytes",
    [textArray([Buffer.from("溯证")]), byteaArray(bytes)],
  );
  assert.equal(row?.text, "溯证");
  assert.deepEqual(
    row?.bytes.map((one) => one.toString("hex")),
    bytes.map((one) => Buffer.from(one).toString("hex")),
  );
});

test("an empty list is a list", async () => {
  const [row] = await platform.database.query<{ count: number }>(
    "select count(*) from unnest($1::text[], $2::bytea[])",
    [textArray([]), byteaArray([])],
  );
  assert.equal(row?.count, 0);
});
