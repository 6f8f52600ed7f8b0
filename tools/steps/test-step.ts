import { globSync } from "node:fs";
import { ROOT, type Step } from "./step.ts";

type TestStep = {
  name: string;
  /** Globs from the repository root. */
  files: readonly string[];
  /** Globs left out, for suites that run by themselves. */
  except?: readonly string[];
  /** Test files at a time; each is a process of its own. */
  concurrency?: number;
  environment?: Record<string, string>;
  timeoutMs: number;
};

const isInstalled = (path: string): boolean => /(^|\/)(node_modules|dist)$/.test(path);

/** Throws when no file matches: a suite without files would pass whatever is broken. */
export function testStep(options: TestStep): Step {
  const { name, environment = {}, timeoutMs, concurrency = 2 } = options;
  const except = new Set(matching(options.except ?? []));
  const files = matching(options.files).filter((file) => !except.has(file));
  if (files.length === 0) {
    throw new Error(`${name}: no test file matches ${options.files.join(", ")}`);
  }
  const flags = ["--test", "--test-reporter=spec", `--test-concurrency=${concurrency}`];
  return { name, command: [process.execPath, ...flags, ...files], environment, timeoutMs };
}

const matching = (globs: readonly string[]): string[] =>
  globs.flatMap((glob) => globSync(glob, { cwd: ROOT, exclude: isInstalled })).sort();
