import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { loadCalculator, loadPack } from "@suzheng/rules";

const ROOT = `${import.meta.dirname}/..`;

const folders = globSync("rule-packs/*/*/pack.yaml", { cwd: ROOT }).map(dirname).sort();
const calculators = globSync("rule-packs/*/*/calculator.yaml", { cwd: ROOT }).map(dirname).sort();
const problems = [...folders.flatMap(checkPack), ...calculators.flatMap(checkCalculator)];
for (const problem of problems) console.log(problem);
console.log(
  `rule packs: ${folders.length} versions, ${calculators.length} calculators, ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Loading a pack compiles its expressions and runs its examples. */
function checkPack(folder: string): string[] {
  const loaded = loadPack({
    pack: read(folder, "pack.yaml"),
    examples: read(folder, "examples.yaml"),
  });
  return loaded.ok ? [] : problemsOf(folder, loaded.errors);
}

/** Loading a calculator runs its vectors. */
function checkCalculator(folder: string): string[] {
  const loaded = loadCalculator({
    calculator: read(folder, "calculator.yaml"),
    vectors: read(folder, "vectors.json"),
  });
  return loaded.ok ? [] : problemsOf(folder, loaded.errors);
}

function read(folder: string, name: string): string {
  return readFileSync(`${ROOT}/${folder}/${name}`, "utf8");
}

type Problem = { file: string; line: number; code: string; message: { en: string } };

function problemsOf(folder: string, errors: readonly Problem[]): string[] {
  return errors.map(
    ({ file, line, code, message }) => `${folder}/${file}:${line}: ${code}: ${message.en}`,
  );
}
