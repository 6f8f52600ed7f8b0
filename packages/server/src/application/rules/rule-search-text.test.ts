import assert from "node:assert/strict";
import { test } from "node:test";
import { foldForSearch } from "../certificates/search-text.ts";
import { gramsOf, snippetOf } from "./rule-search-text.ts";

const marked = (text: string, typed: string) =>
  snippetOf(text, foldForSearch(typed))
    ?.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join("");

test("Chinese is indexed by pairs, Latin letters by triples, a mixture by both", () => {
  assert.deepEqual(gramsOf("监督审核"), ["监督", "督审", "审核"]);
  assert.deepEqual(gramsOf("audit"), ["aud", "udi", "dit"]);
  assert.deepEqual(gramsOf("md5表"), ["d5", "5表"]);
});

test("one Chinese character or two letters are too short to be looked up", () => {
  for (const folded of ["", "监", "md"]) assert.deepEqual(gramsOf(folded), []);
});

test("a match is marked as it is written, whatever case, width and blanks were typed", () => {
  assert.equal(marked("首次监督在 12 个月内", "１２个月"), "首次监督在 [12 个月]内");
  assert.equal(marked("按 IAF MD 5 查表", "iafmd5"), "按 [IAF MD 5] 查表");
  assert.equal(marked("龘𠮷龘", "𠮷"), "龘[𠮷]龘");
});

test("a match far inside a long text is shown with a little around it", () => {
  const text = `${"前".repeat(100)}暂停${"后".repeat(100)}`;
  assert.equal(marked(text, "暂停"), `…${"前".repeat(48)}[暂停]${"后".repeat(48)}…`);
});

test("what does not occur has no snippet", () => {
  assert.equal(marked("监督审核", "再认证"), undefined);
});
