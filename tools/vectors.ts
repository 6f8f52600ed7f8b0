// Writes the project's own vectors into fixtures/. The same bytes on every run; review them as
// data.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleVectors } from "../packages/verifier/src/bundle-vectors.fixture.ts";

const folder = join(import.meta.dirname, "../fixtures/bundles");
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) rmSync(join(folder, file));

const vectors = await bundleVectors();
for (const vector of vectors) {
  writeFileSync(join(folder, `${vector.name}.json`), `${JSON.stringify(vector, null, 1)}\n`);
}
console.log(`${vectors.length} bundle vectors in fixtures/bundles`);
