import { ensureChromium } from "./ensure-chromium.ts";
import { checkSteps } from "./steps/check-steps.ts";
import { printFailures, runInOrder, runTogether } from "./steps/report-steps.ts";
import type { Step, StepResult } from "./steps/step.ts";
import { addCounts } from "./steps/test-counts.ts";
import { testStep } from "./steps/test-step.ts";
import { withPostgres } from "./steps/throwaway-postgres.ts";

/** On a real PostgreSQL; `--server-only` runs just this one, see .ci/test-on-postgres-15. */
const SERVER = { name: "server, PostgreSQL", files: ["packages/server/src/**/*.pg.test.ts"] };
const SUITES = [
  { name: "simulation", files: ["test/simulation/**/*.test.ts"] },
  { name: "compatibility", files: ["test/compatibility/**/*.test.ts"] },
  { name: "conformance", files: ["test/conformance/**/*.test.ts"] },
];
const SUITE_MS_MAX = 240_000;
const WEB_BUILD: Step = {
  name: "web build",
  command: ["npm", "run", "build", "--workspace", "@suzheng/web"],
  timeoutMs: SUITE_MS_MAX,
};
const BROWSER_MS_MAX = 400_000;

const results = process.argv.includes("--server-only") ? await runServer() : await runEverything();
printFailures(results);
const { passed, failed } = addCounts(results.map((result) => result.counts));
process.exitCode = failed === 0 && results.every((result) => result.isOk) ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

async function runServer(): Promise<StepResult[]> {
  if (suiteSteps([SERVER]).length === 0) return [];
  return await withPostgres((url) => runInOrder(suiteSteps([SERVER], { DATABASE_URL: url })));
}

async function runEverything(): Promise<StepResult[]> {
  const checked = await runTogether(checkSteps());
  const server = await runServer();
  const suites = await runInOrder(suiteSteps(SUITES));
  return [...checked, ...server, ...suites, ...(await runEndToEnd())];
}

function suiteSteps(suites: typeof SUITES, environment: Record<string, string> = {}): Step[] {
  return suites.flatMap((suite) => {
    const step = testStep({ ...suite, environment, timeoutMs: SUITE_MS_MAX });
    if (step === null) console.log(`– ${suite.name}: no test files yet`);
    return step ?? [];
  });
}

async function runEndToEnd(): Promise<StepResult[]> {
  const [commandLine] = suiteSteps([
    { name: "command line", files: ["test/end-to-end/command-line*.test.ts"] },
  ]);
  const chromium = ensureChromium();
  const browser = testStep({
    name: "browser",
    files: ["test/end-to-end/*.test.ts"],
    except: ["test/end-to-end/command-line*.test.ts"],
    environment: { SUZHENG_CHROMIUM: chromium.path ?? "" },
    timeoutMs: BROWSER_MS_MAX,
  });
  const steps = [WEB_BUILD, commandLine, chromium.path === null ? null : browser];
  const results = await runInOrder(steps.filter((step) => step != null));
  return chromium.path === null ? [...results, missing("browser", chromium.problem)] : results;
}

function missing(name: string, output: string): StepResult {
  const counts = { passed: 0, failed: 1, skipped: 0 };
  return { name, isOk: false, seconds: 0, output, counts };
}
