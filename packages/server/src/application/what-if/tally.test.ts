import assert from "node:assert/strict";
import { test } from "node:test";
import type { Flip } from "@suzheng/rules";
import { EMPTY_TALLY, tallying } from "./tally.ts";

const act = (index: number, institution = "CNCA-R-2026-901") => ({
  institution,
  index,
  type: "CertificateReported",
  occurredOn: "2026-02-10",
  certificate: `C${index}`,
});
const flip: Flip = { requirement: "r", clause: "1", before: "met", after: "not-met" };
const found = (flips: readonly Flip[], isContradicted = false) => ({ flips, isContradicted });

test("acts are counted by body, requirement and both outcomes, the most frequent first", () => {
  const counting = tallying(EMPTY_TALLY);
  counting.read(4);
  counting.add(act(1), found([flip]));
  counting.add(act(2, "CNCA-R-2026-902"), found([flip]));
  counting.add(act(3, "CNCA-R-2026-902"), found([flip, { ...flip, requirement: "s" }]));
  counting.add(act(4), found([], true));
  const { read, tried, flipped, contradicted, counts } = counting.tally();
  assert.deepEqual([read, tried, flipped, contradicted], [4, 4, 3, 1]);
  assert.deepEqual(
    counts.map(({ institution, requirement, acts }) => `${institution} ${requirement} ${acts}`),
    ["CNCA-R-2026-902 r 2", "CNCA-R-2026-901 r 1", "CNCA-R-2026-902 s 1"],
  );
});

test("of each kind the first hundred cases are kept, and all are counted", () => {
  const counting = tallying(EMPTY_TALLY);
  for (let index = 0; index < 150; index++) counting.add(act(index), found([flip]));
  counting.add(act(150), found([{ ...flip, after: "cannot-tell" }]));
  const { cases, counts } = counting.tally();
  assert.deepEqual(
    counts.map(({ acts }) => acts),
    [150, 1],
  );
  assert.equal(cases.length, 101);
  assert.equal(cases[0]?.index, 0);
});

test("what is stored and gone on with adds up to what an unbroken run counts", () => {
  const unbroken = tallying(EMPTY_TALLY);
  let broken = tallying(EMPTY_TALLY);
  for (let index = 0; index < 120; index++) {
    unbroken.add(act(index), found([flip]));
    broken.add(act(index), found([flip]));
    if (index % 7 === 0) broken = tallying(JSON.parse(JSON.stringify(broken.tally())));
  }
  assert.deepEqual(broken.tally(), unbroken.tally());
});
