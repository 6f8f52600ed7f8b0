import { checkSteps } from "./steps/check-steps.ts";
import { printFailures, runTogether } from "./steps/report-steps.ts";

const results = await runTogether(checkSteps());
printFailures(results);
process.exitCode = results.every((result) => result.isOk) ? 0 : 1;
