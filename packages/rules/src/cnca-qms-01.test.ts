import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPack } from "./load-pack.ts";

const folder = new URL("../../../rule-packs/cnca-qms-01/2025/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

test("the pack CNCA-QMS-01:2025 keeps every example", () => {
  const loaded = loadPack({ pack: read("pack.yaml"), examples: read("examples.yaml") });
  const errors = loaded.ok ? [] : loaded.errors;
  assert.deepEqual(
    errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message.en}`),
    [],
  );
});
