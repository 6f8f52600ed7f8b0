import type { WorkingCalendar } from "../calendar/working-days.ts";
import type { Pack } from "../pack/pack.ts";
import { type PackError, packError } from "../pack/pack-error.ts";
import { loadPack } from "./load-pack.ts";

/** Where the texts come from, so that a refusal can say it: a folder, a filing. */
export type PackTexts = {
  readonly place: string;
  readonly pack: string;
  readonly examples: string;
};
export type PlacedError = PackError & { readonly place: string };

export type LoadedPacks =
  | { readonly ok: true; readonly packs: readonly Pack[] }
  | { readonly ok: false; readonly errors: readonly PlacedError[] };

/** Loads all or none: every pack holds by itself, and no two versions are in force together. */
export function loadPacks(texts: readonly PackTexts[], calendar?: WorkingCalendar): LoadedPacks {
  const placed: { place: string; pack: Pack }[] = [];
  const errors: PlacedError[] = [];
  for (const { place, pack, examples } of texts) {
    const loaded = loadPack({ pack, examples, ...(calendar && { calendar }) });
    if (loaded.ok) placed.push({ place, pack: loaded.pack });
    else errors.push(...loaded.errors.map((error) => ({ place, ...error })));
  }
  const packs = placed.map(({ pack }) => pack);
  for (const { pack, error } of checkOverlaps(packs)) {
    errors.push({ place: placed[packs.indexOf(pack)]?.place ?? "", ...error });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, packs };
}

/** Versions of one rule of which two judge the same scheme on the same day; the later is named. */
export function checkOverlaps(packs: readonly Pack[]): { pack: Pack; error: PackError }[] {
  const refused: { pack: Pack; error: PackError }[] = [];
  for (const versions of Map.groupBy(packs, ({ document }) => document.id).values()) {
    const sorted = versions.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
    for (const [index, later] of sorted.entries()) {
      const earlier = sorted.slice(0, index).find((one) => overlap(one, later));
      if (earlier === undefined) continue;
      const { id, version } = earlier.document;
      const error = packError({
        file: "pack.yaml",
        line: later.inForceLine,
        clause: null,
        code: "versions-overlap",
        detail: `${id}/${version}, ${id}/${later.document.version}`,
      });
      refused.push({ pack: later, error });
    }
  }
  return refused;
}

const startOf = ({ document }: Pack) => document.inForceFrom;

/** `later` does not start before `earlier`; periods are half-open. */
function overlap({ document: earlier }: Pack, { document: later }: Pack): boolean {
  const ended = earlier.inForceUntil !== null && earlier.inForceUntil <= later.inForceFrom;
  const isCommon = (scheme: string) => later.schemes.some((other) => other === scheme);
  return (
    !ended && (isCommon("ANY") || earlier.schemes.some((one) => one === "ANY" || isCommon(one)))
  );
}
