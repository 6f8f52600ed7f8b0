import assert from "node:assert/strict";
import { test } from "node:test";
import { browserName } from "./browser-name.ts";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36";

test("a browser is named with its system", () => {
  assert.equal(browserName(CHROME), "Chrome · Windows");
  assert.equal(browserName(`${CHROME} Edg/156.0`), "Edge · Windows");
  assert.equal(
    browserName("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1"),
    "Safari · iPhone",
  );
});

test("what is no browser is shown as it named itself", () => {
  assert.equal(browserName("reporter/2.1"), "reporter/2.1");
});
