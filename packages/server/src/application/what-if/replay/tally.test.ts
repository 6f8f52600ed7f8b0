import assert from "node:assert/strict";
import { test } from "node:test";
import type { Compared } from "@suzheng/rules";
import { EMPTY_TALLY, tallying } from "./tally.ts";

const act = (index: number, institution = "CNCA-R-2026-901") => ({
  institution,
  index,
  type: "CertificateReported",
  occurredOn: "2026-02-10",
  certificate: `C${index}`,
});
const flip: Compared = {
  requirement: "r",
  clause: "1",
  before: "met",
  after: "not-met",
  missing: [],
};
const stays: Compared = { ...flip, requirement: "s", after: "met" };
const tried = (index: number, compared: readonly Compared[], institution?: string) => ({
  act: act(index, institution),
  compared,
  isContradicted: false,
});

test("acts are counted by body, requirement and both outcomes, the most frequent first", () => {
  const counting = tallying(EMPTY_TALLY);
  counting.read(4);
  counting.add(tried(1, [flip]));
  counting.add(tried(2, [flip, stays], "CNCA-R-2026-902"));
  counting.add(tried(3, [flip, { ...flip, requirement: "s" }], "CNCA-R-2026-902"));
  counting.add({ ...tried(4, [stays]), isContradicted: true });
  const { read, tried: acts, flipped, contradicted, counts } = counting.tally();
  assert.deepEqual([read, acts, flipped, contradicted], [4, 4, 3, 1]);
  assert.deepEqual(
    counts.map((one) => `${one.institution} ${one.requirement} ${one.acts}`),
    ["CNCA-R-2026-902 r 2", "CNCA-R-2026-901 r 1", "CNCA-R-2026-902 s 1"],
  );
});

test("what stays is counted too, and which fact was missing", () => {
  const counting = tallying(EMPTY_TALLY);
  const untold: Compared = { ...stays, after: "cannot-tell", missing: ["days", "days"] };
  counting.add(tried(1, [stays]));
  counting.add(tried(2, [stays]));
  counting.add(tried(3, [untold]));
  assert.deepEqual(counting.tally().requirements, [
    {
      requirement: "s",
      outcomes: [
        { before: "met", after: "met", acts: 2 },
        { before: "met", after: "cannot-tell", acts: 1 },
      ],
      missing: [{ fact: "days", acts: 1 }],
    },
  ]);
});

test("every flip is a case, handed over once", () => {
  const counting = tallying(EMPTY_TALLY);
  counting.add(tried(1, [flip, stays, { ...flip, requirement: "t" }]));
  const told = () =>
    counting.takeCases().map(({ index, requirement }) => `${index} ${requirement}`);
  assert.deepEqual(told(), ["1 r", "1 t"]);
  assert.deepEqual(told(), []);
});

test("what is stored and gone on with adds up to what an unbroken run counts", () => {
  const unbroken = tallying(EMPTY_TALLY);
  let broken = tallying(EMPTY_TALLY);
  for (let index = 0; index < 120; index++) {
    const one = tried(index, [flip, { ...stays, missing: ["days"] }]);
    unbroken.add(one);
    broken.add(one);
    if (index % 7 === 0) broken = tallying(JSON.parse(JSON.stringify(broken.tally())));
  }
  assert.deepEqual(broken.tally(), unbroken.tally());
});
