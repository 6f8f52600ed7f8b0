import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPack } from "@suzheng/rules";
import { CodedError } from "../application/coded-error.ts";
import type { PublishedPack } from "../application/rule-packs.ts";

/**
 * Loads `<folder>/<rule>/<version>/{pack,examples}.yaml`. A pack that does not hold is never half
 * loaded.
 */
export function loadRulePacks(folder: string): PublishedPack[] {
  const packs: PublishedPack[] = [];
  for (const rule of readdirSync(folder).sort()) {
    for (const version of readdirSync(join(folder, rule)).sort()) {
      const place = join(folder, rule, version);
      if (!existsSync(join(place, "calculator.yaml"))) packs.push(loadOne(place));
    }
  }
  return packs;
}

function loadOne(folder: string): PublishedPack {
  const text = readFileSync(join(folder, "pack.yaml"), "utf8");
  const examples = readFileSync(join(folder, "examples.yaml"), "utf8");
  const loaded = loadPack({ pack: text, examples });
  if (loaded.ok) {
    return { pack: loaded.pack, contentHash: createHash("sha256").update(text).digest("hex") };
  }
  const [first] = loaded.errors;
  const where = `${folder}/${first?.file}:${first?.line}`;
  throw new CodedError(`rule-pack-${first?.code}`, {
    detail: {
      zh: `规则包不能载入：${where} ${first?.message.zh}`,
      en: `the rule pack cannot be loaded: ${where} ${first?.message.en}`,
    },
    wayOut: {
      zh: "按所指的文件与行修正后重新启动。",
      en: "Mend the named file and line, then start again.",
    },
  });
}
