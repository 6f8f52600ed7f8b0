import assert from "node:assert/strict";
import { test } from "node:test";
import type { Presence } from "./certification-store.ts";
import { presenceMemory, stayOf, totalsWith } from "./presences.ts";

const QMS: Presence = {
  startsAt: "2026-03-02T08:00:00",
  endsAt: "2026-03-03T17:00:00",
  holder: "H1",
  number: "Q",
  stage: "stage-2",
};
const stay = (given: Partial<Presence> = {}) => stayOf({ ...QMS, ...given });
const on = (startsAt: string, endsAt = startsAt) => ({ startsAt, endsAt });
const elsewhere = (startsAt: string, endsAt?: string) =>
  stay({ ...on(startsAt, endsAt), holder: "H2", number: "X" });

test("days at one holder for two schemes count once, the others all count", () => {
  const ems = stay({ number: "E", ...on("2026-03-03T08:00:00", "2026-03-09T17:00:00") });
  assert.equal(totalsWith([stay()], ems).daysInCycleYear, 8);
  assert.equal(totalsWith([ems], stay()).daysInCycleYear, 8);
});

test("a morning and an afternoon at one holder are one day, two mornings half of one", () => {
  const morning = stay(on("2026-03-02T08:00:00", "2026-03-02T12:00:00"));
  const afternoon = stay({ number: "E", ...on("2026-03-02T13:00:00", "2026-03-02T17:00:00") });
  const early = stay({ number: "E", ...on("2026-03-02T08:00:00", "2026-03-02T09:30:00") });
  assert.equal(totalsWith([morning], afternoon).daysInCycleYear, 1);
  assert.equal(totalsWith([morning], early).daysInCycleYear, 0.5);
});

test("what a correction takes back is no longer covered by the row that it corrects", () => {
  const ems = stay({ number: "E", ...on("2026-03-03T08:00:00", "2026-03-09T17:00:00") });
  const corrected = stay({ endsAt: "2026-03-02T17:00:00" });
  assert.equal(totalsWith([stay(), ems], corrected).daysInCycleYear, 8);
  const moved = stay({ ...ems, startsAt: "2026-03-04T08:00:00", number: "S" });
  assert.equal(
    totalsWith([corrected, moved], stay({ number: "I", ...on("2026-05-04") })).daysInCycleYear,
    8,
  );
});

type Row = {
  name: string;
  known: ReturnType<typeof stay>;
  next: ReturnType<typeof stay>;
  expect: boolean | null;
};
const ROWS: Row[] = [
  {
    name: "times that cross",
    known: elsewhere("2026-03-02T08:00:00", "2026-03-02T12:00:00"),
    next: stay(on("2026-03-02T11:00:00", "2026-03-02T17:00:00")),
    expect: true,
  },
  {
    name: "a morning here and an afternoon there",
    known: elsewhere("2026-03-02T08:00:00", "2026-03-02T12:00:00"),
    next: stay(on("2026-03-02T12:00:00", "2026-03-02T17:00:00")),
    expect: false,
  },
  {
    name: "one day at two places, neither with times",
    known: elsewhere("2026-03-02"),
    next: stay(on("2026-03-02")),
    expect: null,
  },
  {
    name: "a last day without time, and a time on it elsewhere",
    known: elsewhere("2026-03-01", "2026-03-02"),
    next: stay(on("2026-03-02T08:00:00", "2026-03-02T17:00:00")),
    expect: null,
  },
  {
    name: "a last day without time, and the day after elsewhere",
    known: elsewhere("2026-03-01", "2026-03-02"),
    next: stay(on("2026-03-03")),
    expect: false,
  },
  {
    name: "a day without time in the midst of a stay elsewhere",
    known: elsewhere("2026-03-01", "2026-03-03"),
    next: stay(on("2026-03-02")),
    expect: true,
  },
  {
    name: "the same two days at two places, without times: the night between is at both",
    known: elsewhere("2026-03-02", "2026-03-03"),
    next: stay(on("2026-03-02", "2026-03-03")),
    expect: true,
  },
];

for (const { name, known, next, expect } of ROWS) {
  test(`${name}: ${expect === null ? "cannot be told" : expect ? "an overlap" : "none"}`, () => {
    assert.equal(totalsWith([known], next).overlapsOther, expect);
    assert.equal(totalsWith([next], known).overlapsOther, expect);
  });
}

test("one overlap that is certain outweighs others that are not", () => {
  const [doubtful, certain] = [
    elsewhere("2026-03-03"),
    elsewhere("2026-03-02T09:00:00", "2026-03-02T10:00:00"),
  ];
  assert.equal(totalsWith([doubtful, certain], stay()).overlapsOther, true);
  assert.equal(totalsWith([certain, doubtful], stay()).overlapsOther, true);
});

test("a row corrected within one import counts once, as one from the database does", async () => {
  const stored = { presences: async () => new Map([["P", [QMS]]]) };
  const memory = presenceMemory(stored as unknown as Parameters<typeof presenceMemory>[0], "body");
  await memory.load(["P"]);
  const next = stay({ number: "Z", ...on("2026-06-01T08:00:00", "2026-06-01T17:00:00") });
  const days = () => totalsWith(memory.of("P"), next).daysInCycleYear;
  assert.equal(days(), 3);
  memory.add("P", stay({ endsAt: "2026-03-05T17:00:00" }));
  assert.equal(days(), 5);
  memory.add("P", stay({ endsAt: "2026-03-02T17:00:00" }));
  assert.equal(days(), 2);
});
