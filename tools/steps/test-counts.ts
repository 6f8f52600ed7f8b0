export type TestCounts = { passed: number; failed: number; skipped: number };

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** Reads the closing counts of node:test; zeros when there are none. */
export function countTests(output: string): TestCounts {
  const last = (word: string): number => {
    const counts = [...output.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, "gm"))];
    return Number(counts.at(-1)?.[1] ?? 0);
  };
  return {
    passed: last("pass"),
    failed: last("fail") + last("cancelled"),
    skipped: last("skipped") + last("todo"),
  };
}

export function addCounts(all: readonly TestCounts[]): TestCounts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NO_TESTS,
  );
}
