import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson, type Entry } from "@suzheng/log-format";
import { eventView, wholeEvent } from "./event-view.ts";
import { plainFields, readFields } from "./plain-fields.ts";

const TYPE = "CertificateReported";

function read(type: string, data: Entry["data"]): Entry["data"] {
  const bytes = Buffer.from(` ${canonicalJson(data)} `);
  const reader = { bytes, at: 1 };
  const fields = plainFields();
  readFields(reader, fields);
  assert.equal(reader.at, bytes.length - 1);
  return eventView(type, { bytes, dataFrom: 1, dataUntil: reader.at, fields });
}

/** Neighbours, since the newest text of a field is kept. */
const neighbours: readonly Entry["data"][] = [
  {},
  { activity: "initial", number: "90126Q1", validUntil: "2029-01-01" },
  { activity: "initial", number: "90126Q2", validUntil: null },
  { activity: "initia", number: "90126Q2", itemCode: "" },
  { holderName: "éè", number: "样" },
  { holderName: "样例有限公司", number: "æ\u00a0·" },
  { holderName: "样例有限公司（一）", number: "样" },
  { actualPersonDays: 2.5, headcount: 0, multiSite: true, sites: ["a", { b: [] }] },
  { institution: "CNCA-R-2026-901", institutions: "another field", notOurs: { number: "x" } },
];

test("each field is read as the whole data have it, one entry after the other", () => {
  for (const data of neighbours) {
    const found = read(TYPE, data);
    const whole = wholeEvent(TYPE, data);
    for (const name of Object.keys(wholeEvent(TYPE, {}))) {
      assert.deepEqual(found[name], whole[name], `${name} of ${JSON.stringify(data)}`);
    }
  }
});

test("data of rare types and of no type are read whole", () => {
  const data = { institution: "CNCA-R-2026-901", pause: "样例" };
  assert.deepEqual(read("DeadlinesPaused", data), wholeEvent("DeadlinesPaused", data));
  assert.deepEqual(read("NoEvent", data), data);
});
