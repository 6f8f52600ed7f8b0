import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  loadHolidayList,
  loadPacks,
  type PackTexts,
  type WorkingCalendar,
  workingCalendar,
} from "@suzheng/rules";
import { CodedError } from "../application/coded-error.ts";
import type { PublishedPack } from "../application/rules/rule-packs.ts";
import { namedIn, readRuleSources, SOURCES } from "./rule-source-file.ts";
import { TRANSLATIONS } from "./rule-translation-file.ts";
import { unusable } from "./unusable-files.ts";

/** Official lists of holidays newer than the ones that are built in, `<year>.yaml`. */
const HOLIDAYS = "holidays";

const BESIDE_PACKS: readonly string[] = [HOLIDAYS, SOURCES, TRANSLATIONS];

/**
 * Loads `<folder>/<rule>/<version>/{pack,examples}.yaml` and `<folder>/sources.yaml`, all or none:
 * a pack that does not hold is never half loaded, and no two versions of a rule are in force
 * together.
 */
export function loadRulePacks(folder: string): PublishedPack[] {
  const texts = placesOf(folder).map(
    (place): PackTexts => ({
      place,
      pack: readFileSync(join(place, "pack.yaml"), "utf8"),
      examples: readFileSync(join(place, "examples.yaml"), "utf8"),
    }),
  );
  const loaded = loadPacks(texts, calendarOf(folder));
  if (!loaded.ok) throw unusable(`rule-pack-${loaded.errors[0]?.code}`, loaded.errors);
  const sources = readRuleSources(folder);
  return loaded.packs.map((pack, i) => ({
    pack,
    sources: namedIn(pack.document, sources),
    contentHash: createHash("sha256")
      .update(texts[i]?.pack ?? "")
      .digest("hex"),
  }));
}

function placesOf(folder: string): string[] {
  if (!existsSync(folder)) throw folderMissing(folder);
  return readdirSync(folder)
    .sort()
    .filter((name) => !BESIDE_PACKS.includes(name))
    .flatMap((rule) =>
      readdirSync(join(folder, rule))
        .sort()
        .map((version) => join(folder, rule, version)),
    )
    .filter((place) => !existsSync(join(place, "calculator.yaml")));
}

const folderMissing = (folder: string) =>
  new CodedError("rule-packs-missing", {
    detail: { zh: `没有文件夹 \`${folder}\`。`, en: `there is no folder \`${folder}\`` },
    wayOut: { zh: "写明规则包所在的文件夹。", en: "Name the folder of the rule packs." },
  });

function calendarOf(folder: string): WorkingCalendar {
  const place = join(folder, HOLIDAYS);
  const names = existsSync(place) ? readdirSync(place).sort() : [];
  return workingCalendar(
    names.map((name) => {
      const loaded = loadHolidayList(readFileSync(join(place, name), "utf8"));
      if (loaded.ok) return loaded.list;
      const errors = loaded.errors.map((error) => ({ ...error, place, file: name }));
      throw unusable(`holiday-list-${loaded.errors[0]?.code}`, errors);
    }),
  );
}
