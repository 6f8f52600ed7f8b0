import assert from "node:assert/strict";
import { test } from "node:test";
import { checkNames } from "./names.ts";

const refused = [
  "packages/server/src/utils/hash.ts",
  "packages/server/src/rule-info.ts",
  "packages/web/src/portal/common.tsx",
  "packages/server/src/http/index.ts",
  "packages/web/src/portal/CertificatePage.tsx",
];
for (const path of refused) {
  test(`${path} is refused`, () => assert.equal(checkNames(path).length, 1));
}

const allowed = [
  "packages/server/src/index.ts",
  "packages/server/src/information-duty.ts",
  "packages/server/src/storage/data-folder.ts",
  "packages/web/src/portal/certificate-page.tsx",
  "docs/operating/README.md",
];
for (const path of allowed) {
  test(`${path} is allowed`, () => assert.deepEqual(checkNames(path), []));
}
