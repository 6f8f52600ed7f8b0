import { type Chromium, ensureChromium } from "./ensure-chromium.ts";
import { checkSteps } from "./steps/check-steps.ts";
import { printFailures, runInOrder, runTogether } from "./steps/report-steps.ts";
import type { Step, StepResult } from "./steps/step.ts";
import { addCounts } from "./steps/test-counts.ts";
import { testStep } from "./steps/test-step.ts";
import { withPostgres } from "./steps/throwaway-postgres.ts";

type Suite = { name: string; files: string[]; except?: string[]; concurrency: number };

/** `--server-only` runs just this one, see .ci/test-on-postgres-15. */
const SERVER: Suite = {
  name: "server, PostgreSQL",
  files: ["packages/server/src/**/*.pg.test.ts"],
  concurrency: 2,
};
const COMMAND_LINE: Suite = {
  name: "command line",
  files: ["test/end-to-end/command-line*.test.ts"],
  concurrency: 1,
};
const OTHERS: Suite[] = [
  { name: "simulation", files: ["test/simulation/**/*.test.ts"], concurrency: 1 },
  { name: "compatibility", files: ["test/compatibility/**/*.test.ts"], concurrency: 1 },
  { name: "conformance", files: ["test/conformance/**/*.test.ts"], concurrency: 1 },
];
const BROWSER: Suite = {
  name: "browser",
  files: ["test/end-to-end/*.test.ts"],
  except: COMMAND_LINE.files,
  concurrency: 2,
};
/** A suite that hangs ends; one on a machine twice as slow does not. */
const SUITE_MS_MAX = 1_200_000;
const WEB_BUILD: Step = {
  name: "web build",
  command: ["npm", "run", "build", "--workspace", "@suzheng/web"],
  timeoutMs: SUITE_MS_MAX,
};

const results = await run(process.argv.slice(2));
printFailures(results);
const { passed, failed } = addCounts(results.map((result) => result.counts));
process.exitCode = failed === 0 && results.every((result) => result.isOk) ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

/** Everything, the server's tests alone, or the test files that are named. */
async function run(words: string[]): Promise<StepResult[]> {
  if (words.length === 0) return await runEverything();
  if (words[0] === "--server-only") return await runWithPostgres(SERVER);
  return await runWithPostgres({ name: "named files", files: words, concurrency: 2 });
}

function runWithPostgres(suite: Suite): Promise<StepResult[]> {
  return withPostgres((url) => runInOrder([suiteStep(suite, { DATABASE_URL: url })]));
}

/**
 * The checks fill the processors by themselves. Suites wait much of their time, for a disk, a page
 * or a process that starts, so what runs from end to end runs beside the others, about as long.
 * They share one PostgreSQL, in which each test file has databases of its own.
 */
async function runEverything(): Promise<StepResult[]> {
  const inProcess = [{ ...SERVER, concurrency: 1 }, ...OTHERS];
  const installing = ensureChromium();
  const checked = await runTogether([...checkSteps(), WEB_BUILD]);
  const chromium = await installing;
  const suites = await withPostgres((url) => {
    const environment = { DATABASE_URL: url };
    return Promise.all([
      runInOrder(inProcess.map((suite) => suiteStep(suite, environment))),
      runEndToEnd(chromium, environment),
    ]);
  });
  return [...checked, ...suites.flat()];
}

async function runEndToEnd(
  chromium: Chromium,
  environment: Record<string, string>,
): Promise<StepResult[]> {
  const commandLine = suiteStep(COMMAND_LINE, environment);
  if (chromium.path === null) {
    return [missing(BROWSER.name, chromium.problem), ...(await runInOrder([commandLine]))];
  }
  const browser = suiteStep(BROWSER, { ...environment, SUZHENG_CHROMIUM: chromium.path });
  return await runInOrder([browser, commandLine]);
}

function suiteStep(suite: Suite, environment: Record<string, string>): Step {
  return testStep({ ...suite, environment, timeoutMs: SUITE_MS_MAX });
}

function missing(name: string, output: string): StepResult {
  const counts = { passed: 0, failed: 1, skipped: 0 };
  return { name, isOk: false, seconds: 0, output, counts };
}
