import assert from "node:assert/strict";
import { test } from "node:test";
import { CODE_LISTS, type CodeListName, codeOf, labelOf, wordOf } from "./code-lists.ts";

const WORDS: Readonly<Partial<Record<CodeListName, readonly string[]>>> = {
  certificateStatus: ["valid", "suspended", "withdrawn", "cancelled", "expired"],
  auditActivity: ["initial", "recertification", "surveillance", "special", "change", "other"],
  auditStage: ["stage-1", "stage-2", "recertification", "surveillance", "special"],
  auditMode: ["on-site", "remote", "mixed"],
  reportType: ["new", "reissue", "change", "status"],
  riskLevel: ["high", "medium", "low"],
  qualification: ["senior", "auditor", "trainee", "expert", "other"],
  teamRole: ["leader", "member", "expert", "observer", "other"],
};

for (const [list, words] of Object.entries(WORDS)) {
  test(`the words of ${list} are those of its type, one per code`, () => {
    const name = list as CodeListName;
    const codes = Object.keys(CODE_LISTS[name].codes).sort();
    assert.deepEqual(
      codes.map((code) => wordOf(name, code)),
      words,
    );
    for (const word of words) assert.equal(wordOf(name, codeOf(name, word) ?? ""), word);
  });
}

const OFFICIAL: readonly [CodeListName, string][] = [
  ["certificateStatus", "01 02 03 04 05"],
  ["auditActivity", "01 02 03 04 05 06"],
  ["auditStage", "0101 0102 0201 03 04"],
  ["auditMode", "FS01 FS02 FS03"],
  ["reportType", "01 02 04 05"],
  ["reissueCause", "0101 0102 0103 0104 0199"],
  ["changeType", "01 02 03 04 05 06 08 09 96 97 97_01 97_02 97_03 97_05 99"],
  ["accreditationMark", "01 02 03 04 05 06 99"],
  ["riskLevel", "01 02 03"],
  ["overdueCause", "01 02 03 04 05"],
  ["suspensionCause", "0111 0112 0113 0114 0115 0116 0199"],
  ["withdrawalCause", "0111 0112 0113 0114 0115 0116 0117 0120 0199"],
  ["qualification", "01 02 03 04 99"],
];

for (const [list, codes] of OFFICIAL) {
  test(`${list} has exactly the codes of the source`, () => {
    assert.equal(Object.keys(CODE_LISTS[list].codes).sort().join(" "), codes);
  });
}

test("every code has a label in both languages and every list a source", () => {
  for (const { source, codes } of Object.values(CODE_LISTS)) {
    assert.notEqual(source, "");
    for (const label of Object.values(codes)) {
      assert.notEqual(label.zh, "");
      assert.notEqual(label.en, "");
    }
  }
});

test("a label is found by code and by word", () => {
  assert.equal(labelOf("certificateStatus", "02")?.zh, "暂停");
  assert.equal(labelOf("certificateStatus", "suspended")?.zh, "暂停");
  assert.equal(labelOf("certificateStatus", "07"), null);
});
