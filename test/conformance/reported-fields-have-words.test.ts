import assert from "node:assert/strict";
import { test } from "node:test";
import { EVENT_SCHEMAS } from "@suzheng/certification";
import { VOCABULARY } from "@suzheng/rules";
import { en } from "../../packages/web/src/portal/language/en.ts";
import { zh } from "../../packages/web/src/portal/language/zh.ts";

const SHOWN = [
  "InstitutionRegistered",
  "InstitutionStatusChanged",
  "AuditPlanReported",
  "CertificateReported",
  "AuditParticipationReported",
  "CertificateWithheld",
  "CertificateReleased",
] as const;

/** Kept from the page: the organisation code beside it says the same. */
const HIDDEN = ["holderKey"];

test("whatever an act reports or a verdict rests on is named in words on its page", () => {
  const reported = SHOWN.flatMap((type) => Object.keys(EVENT_SCHEMAS[type].data));
  const facts = Object.values(VOCABULARY).flatMap((facts) => Object.keys(facts));
  for (const { fields } of [zh, en]) {
    const nameless = [...reported, ...facts].filter((name) => !Object.hasOwn(fields, name));
    assert.deepEqual([...new Set(nameless)], HIDDEN);
  }
});
