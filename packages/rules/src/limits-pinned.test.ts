import assert from "node:assert/strict";
import { test } from "node:test";
import { checkExamples } from "./check-examples.ts";
import { compilePack } from "./compile/compile-pack.ts";
import { ExamplesDocument, PackDocument } from "./pack/pack-document.ts";
import { readYaml } from "./pack/yaml-file.ts";
import { shippedFolders, shippedTextsOf } from "./shipped-pack.fixture.ts";

/** Only said in a sentence, so that no outcome can show it. */
const DECIDES_NOTHING = new Set(["cnca-qms-01/2025 remoteReasonWorkingDays"]);

/** A hundredth of a share, one of whatever is counted. */
const stepOf = (value: number): number => (value < 1 ? 0.01 : 1);

function filesOf(folder: string) {
  const texts = shippedTextsOf(folder);
  const pack = readYaml("pack.yaml", texts.pack, PackDocument);
  const examples = readYaml("examples.yaml", texts.examples, ExamplesDocument);
  assert.ok(pack.ok && examples.ok);
  return { pack: pack.file, examples: examples.file };
}

/** Examples that speak against the pack when this parameter has another value. */
function examplesAgainst(
  { pack, examples }: ReturnType<typeof filesOf>,
  parameter: string,
  value: number,
): number {
  const parameters = pack.content.parameters.map((one) =>
    one.id === parameter ? { ...one, value } : one,
  );
  const changed = { ...pack, content: { ...pack.content, parameters } };
  const compiled = compilePack(changed, examples.content);
  assert.ok("pack" in compiled);
  return checkExamples(compiled.pack, examples).length;
}

for (const folder of shippedFolders()) {
  test(`${folder}: a limit that is off by one, or by a hundredth, contradicts an example`, () => {
    const files = filesOf(folder);
    for (const { id, value } of files.pack.content.parameters) {
      if (typeof value !== "number" || DECIDES_NOTHING.has(`${folder} ${id}`)) continue;
      for (const off of [value - stepOf(value), value + stepOf(value)]) {
        assert.ok(examplesAgainst(files, id, off) > 0, `${id}: ${off} instead of ${value}`);
      }
    }
  });
}
