import assert from "node:assert/strict";
import { test } from "node:test";
import { streamOf } from "../event.ts";
import { EVENT_SCHEMAS } from "../event-schemas.ts";
import {
  type DeadlinesPaused,
  PAUSE_DAYS_MAX,
  type PauseTerms,
  refusePause,
} from "./pause-deadlines.ts";

const terms: PauseTerms = {
  requirements: ["all"],
  regions: ["350000"],
  from: "2026-07-01",
  until: "2026-08-01",
  reason: "样例：台风期间无法到现场",
};

const refusals: { name: string; terms: Partial<PauseTerms>; expect: string | null }[] = [
  { name: "with a beginning, an end and a reason", terms: {}, expect: null },
  {
    name: "that ends on the day it begins",
    terms: { until: terms.from },
    expect: "pause-ends-before-it-begins",
  },
  { name: `of ${PAUSE_DAYS_MAX} days`, terms: { until: "2027-07-02" }, expect: null },
  { name: "of one day more", terms: { until: "2027-07-03" }, expect: "pause-too-long" },
  { name: "with a blank reason", terms: { reason: " " }, expect: "pause-without-reason" },
  { name: "of no requirement", terms: { requirements: [] }, expect: "pause-of-nothing" },
  { name: "in no region", terms: { regions: [] }, expect: "pause-of-nothing" },
];

for (const { name, terms: changed, expect } of refusals) {
  test(`a pause ${name} is ${expect === null ? "taken" : "refused"}`, () => {
    assert.equal(refusePause({ ...terms, ...changed }), expect);
  });
}

test("a pause has a stream of its own, and all of it is public", () => {
  const event: DeadlinesPaused = {
    type: "DeadlinesPaused",
    schema: 1,
    occurredOn: "2026-06-30",
    data: {
      ...terms,
      institution: "CNCA-R-2026-901",
      pause: "0a",
      requestedBy: "CNCA-R-2026-901",
      approvedBy: "regulator:sample-province",
      approvedByName: "样例省局",
    },
  };
  assert.equal(streamOf(event), "pause/0a");
  const declared = EVENT_SCHEMAS.DeadlinesPaused.data;
  assert.deepEqual(Object.keys(declared).sort(), Object.keys(event.data).sort());
  assert.ok(Object.values(declared).every((visibility) => visibility === "public"));
});
