import {
  type LoadedPack,
  loadPack,
  type Pack,
  type PackError,
  withParameters,
} from "@suzheng/rules";
import { CodedError } from "../../coded-error.ts";
import type { WhatIfJob } from "../what-if-job.ts";

export type PacksToTry = { before: Pack | null; after: Pack };
type Texts = Pick<WhatIfJob, "before" | "after" | "parameters">;

/** The packs of a job, or everything that is wrong with the one to be tried. */
export function loadToTry({
  before,
  after,
  parameters,
}: Texts): ({ ok: true } & PacksToTry) | { ok: false; errors: readonly PackError[] } {
  const isChanged = Object.keys(parameters).length > 0;
  const loaded = isChanged ? withParameters(after, parameters) : loadPack(after);
  if (!loaded.ok) return loaded;
  return { ok: true, before: before && inForceOnce(loadPack(before)), after: loaded.pack };
}

/** Throws a CodedError for a draft that does not hold; the first of its errors is named. */
export function packsOf(job: Texts): PacksToTry {
  const loaded = loadToTry(job);
  if (loaded.ok) return loaded;
  throw packRefused(loaded.errors);
}

function inForceOnce(loaded: LoadedPack): Pack {
  if (loaded.ok) return loaded.pack;
  throw packRefused(loaded.errors);
}

/** The first of the errors is named, with its clause. */
export function packRefused([first]: readonly PackError[]): CodedError {
  if (first === undefined) throw new Error("a pack is refused for something");
  const { file, line, clause, code, message, wayOut } = first;
  const of =
    clause === null ? { zh: "", en: "" } : { zh: `（条款 ${clause}）`, en: ` (clause ${clause})` };
  return new CodedError(`rule-pack-${code}`, {
    detail: {
      zh: `规则包不能载入：${file}:${line}${of.zh} ${message.zh}。`,
      en: `the rule pack cannot be loaded: ${file}:${line}${of.en} ${message.en}`,
    },
    wayOut: { zh: `${wayOut.zh}。`, en: `${sentence(wayOut.en)}.` },
  });
}

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
