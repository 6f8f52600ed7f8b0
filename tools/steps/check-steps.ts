import { existsSync } from "node:fs";
import { ROOT, type Step } from "./step.ts";
import { testStep } from "./test-step.ts";

const CHECK_MS_MAX = 180_000;

/** What must hold before each commit; needs no database and no browser. */
export function checkSteps(): Step[] {
  const node = process.execPath;
  const steps: (Step | null)[] = [
    { name: "types", command: ["tsc"], timeoutMs: CHECK_MS_MAX },
    { name: "tidy", command: [node, "tools/tidy.ts"], timeoutMs: CHECK_MS_MAX },
    {
      name: "format and lint",
      command: ["biome", "ci", "--error-on-warnings", "--colors=off", "."],
      timeoutMs: CHECK_MS_MAX,
    },
    testStep({
      name: "unit tests",
      files: ["packages/*/src/**/*.test.{ts,tsx}", "tools/**/*.test.ts"],
      except: ["packages/*/src/**/*.pg.test.ts"],
      timeoutMs: CHECK_MS_MAX,
    }),
    {
      name: "rule packs",
      command: [node, "tools/check-rule-packs.ts"],
      timeoutMs: CHECK_MS_MAX,
    },
    existsSync(`${ROOT}/tools/vectors.ts`)
      ? {
          name: "vectors",
          command: [node, "tools/vectors.ts", "--check"],
          timeoutMs: CHECK_MS_MAX,
        }
      : null,
  ];
  return steps.filter((step) => step !== null);
}
