import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { loadPack } from "@suzheng/rules";

const ROOT = `${import.meta.dirname}/..`;

const folders = globSync("rule-packs/*/*/pack.yaml", { cwd: ROOT }).map(dirname).sort();
const problems = folders.flatMap(checkPack);
for (const problem of problems) console.log(problem);
console.log(`rule packs: ${folders.length} versions, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Loading a pack compiles its expressions and runs its examples. */
function checkPack(folder: string): string[] {
  const read = (name: string): string => readFileSync(`${ROOT}/${folder}/${name}`, "utf8");
  const loaded = loadPack({ pack: read("pack.yaml"), examples: read("examples.yaml") });
  if (loaded.ok) return [];
  return loaded.errors.map(
    ({ file, line, code, message }) => `${folder}/${file}:${line}: ${code}: ${message.en}`,
  );
}
