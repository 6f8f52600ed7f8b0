import { runStep, type Step, type StepResult } from "./step.ts";

/** Runs the steps side by side and prints each as it ends. */
export function runTogether(steps: readonly Step[]): Promise<StepResult[]> {
  return Promise.all(steps.map(runAndPrint));
}

export async function runInOrder(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runAndPrint(step));
  return results;
}

async function runAndPrint(step: Step): Promise<StepResult> {
  const result = await runStep(step);
  console.log(describeResult(result));
  return result;
}

export function describeResult(result: StepResult): string {
  const { passed, failed, skipped } = result.counts;
  const parts = [
    passed > 0 ? `${passed} passed` : "",
    failed > 0 ? `${failed} failed` : "",
    skipped > 0 ? `${skipped} skipped` : "",
  ].filter((part) => part !== "");
  const mark = result.isOk ? "✔" : "✖";
  const seconds = `${result.seconds.toFixed(1)} s`.padStart(8);
  return `${mark} ${result.name.padEnd(18)}${seconds}  ${parts.join(", ")}`.trimEnd();
}

/** What failed, in full, so that no second run is needed to see why. */
export function printFailures(results: readonly StepResult[]): void {
  for (const result of results.filter((one) => !one.isOk)) {
    console.log(`\n──── ${result.name} ────\n${failureOf(result.output)}`);
  }
}

/** node:test repeats its failures at the end; the list of what passed above them is left out. */
function failureOf(output: string): string {
  const summary = output.lastIndexOf("\n✖ failing tests:");
  return (summary === -1 ? output : output.slice(summary)).trim();
}
