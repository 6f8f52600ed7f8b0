import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFolders, FILES_MAX } from "./folders.ts";

const filesIn = (folder: string, count: number, ending = ".ts"): string[] =>
  Array.from({ length: count }, (_, i) => `${folder}/act-${i}${ending}`);

test("one file of code too many in a folder is found", () => {
  const [finding, ...further] = checkFolders(filesIn("packages/a/src", FILES_MAX + 1));
  assert.equal(finding?.path, "packages/a/src");
  assert.equal(finding?.size, FILES_MAX + 1);
  assert.equal(further.length, 0);
});

test("tests, other files and folders below do not count", () => {
  const full = filesIn("packages/a/src", FILES_MAX);
  const beside = [
    ...filesIn("packages/a/src", 3, ".test.ts"),
    ...filesIn("packages/a/src", 3, ".css"),
    ...filesIn("packages/a/src/below", FILES_MAX),
  ];
  assert.deepEqual(checkFolders([...full, ...beside]), []);
});
