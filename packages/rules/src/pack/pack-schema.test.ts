import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { shippedFolders, shippedTextsOf } from "../shipped-pack.fixture.ts";
import { examplesSchema, packSchema } from "./pack-schema.ts";

// Read back from the published JSON, so that the schema is tested and not what it was made from.
const published = (schema: object) => z.fromJSONSchema(JSON.parse(JSON.stringify(schema)));
const pack = published(packSchema());
const examples = published(examplesSchema());

for (const folder of shippedFolders()) {
  test(`${folder} is valid by the published schema`, () => {
    const texts = shippedTextsOf(folder);
    assert.deepEqual(pack.safeParse(parse(texts.pack)).error?.issues ?? [], []);
    assert.deepEqual(examples.safeParse(parse(texts.examples)).error?.issues ?? [], []);
  });
}

test("a pack without sources, or with a field unheard of, is not valid by the schema", () => {
  const document = () => parse(shippedTextsOf("cnca-qms-01/2025").pack);
  assert.ok(pack.safeParse(document()).success);
  const without = document();
  delete without.clauses[0].source;
  assert.ok(!pack.safeParse(without).success);
  assert.ok(!pack.safeParse({ ...document(), unheard: 1 }).success);
});

test("the schema names its dialect", () => {
  assert.equal(packSchema().$schema, "https://json-schema.org/draft/2020-12/schema");
});
