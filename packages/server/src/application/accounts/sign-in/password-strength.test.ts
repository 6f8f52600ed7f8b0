import assert from "node:assert/strict";
import { test } from "node:test";
import { isTooWeak } from "./password-strength.ts";

const ROWS: [password: string, weak: boolean][] = [
  ["short-but-ok", false],
  ["elevenchars", true],
  ["aaaaaaaaaaaaaaaa", true],
  ["abababababab12", true],
  ["Password123456", true],
  ["P-a-s-s-w-o-r-d-1!", true],
  ["li.mingzhu-2026", true],
  ["正确的马电池订书钉与一盏灯", false],
  ["correct horse battery staple", false],
];

for (const [password, weak] of ROWS) {
  test(`\`${password}\` is ${weak ? "too weak" : "strong enough"}`, () => {
    assert.equal(isTooWeak(password, "li.mingzhu"), weak);
  });
}
