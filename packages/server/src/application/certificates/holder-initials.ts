import { createRequire } from "node:module";
import type { pinyin } from "pinyin-pro";

type PinyinPro = { pinyin: typeof pinyin };

// Its dictionary takes 30 MB: only who records or checks certificates loads it.
const loadPinyin = createRequire(import.meta.url) as (name: "pinyin-pro") => PinyinPro;

/** Holders have several certificates, and each is reported again and again. */
const NAMES_KEPT = 2048;
const kept = new Map<string, string>();

/**
 * Initials of the readings in a folded name, as they are typed to look for it: 示例精密 is `sljm`,
 * 重庆abc公司 is `cqabcgs`. Ideographs without a known reading stay as they are.
 */
export function initialsOf(folded: string): string {
  const known = kept.get(folded);
  if (known !== undefined) return known;
  const initials = loadPinyin("pinyin-pro")
    .pinyin(folded, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" })
    .join("");
  if (kept.size === NAMES_KEPT) kept.clear();
  kept.set(folded, initials);
  return initials;
}
