import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCircles } from "./circles.ts";
import { parseSource } from "./source.ts";

const circlesOf = (files: Record<string, string>): string[] =>
  checkCircles(Object.entries(files).map(([path, text]) => parseSource(path, text))).map(
    ({ path, line, message }) => `${path}:${line} ${message}`,
  );

test("files that import each other are named with the way round", () => {
  assert.deepEqual(
    circlesOf({
      "packages/a/src/one.ts": 'import { two } from "./inner/two.ts";',
      "packages/a/src/inner/two.ts": '\nimport { three } from "./three.ts";',
      "packages/a/src/inner/three.ts": 'export type { One } from "../one.ts";',
    }),
    [
      "packages/a/src/inner/three.ts:1 imports in a circle: packages/a/src/one.ts → packages/a/src/inner/two.ts → packages/a/src/inner/three.ts → packages/a/src/one.ts",
    ],
  );
});

test("two ways to one file are no circle, nor is what is loaded on demand", () => {
  assert.deepEqual(
    circlesOf({
      "packages/a/src/one.ts": 'import "./two.ts";\nimport "./three.ts";',
      "packages/a/src/two.ts": 'import "./three.ts";',
      "packages/a/src/three.ts": 'const one = () => import("./one.ts");',
    }),
    [],
  );
});
