import { hash } from "node:crypto";
import { foldForSearch } from "../../../application/certificates/search-text.ts";
import type { FsckRow } from "../../../application/fsck.ts";
import { gramsOf } from "../../../application/rules/rule-search-text.ts";

type Words = { zh: string; en: string };
export type ToldClause = { number: string; title: Words; text: Words; kinds: readonly string[] };

export type ExpectedIndex = {
  version: FsckRow;
  /** In their order; each with the wording that it points at. */
  clauses: { clause: FsckRow; wording: FsckRow }[];
};

const WAS_PUBLISHED = ["published", "superseded", "cancelled"];

const folded = (parts: readonly string[]) => parts.map(foldForSearch).join("\n");

/**
 * What search is to hold of a version, from its row and its clauses; null for one that was never
 * published, which nobody may find.
 */
export function expectedIndex(
  log: string,
  row: FsckRow,
  clauses: readonly ToldClause[],
): ExpectedIndex | null {
  if (row.in_force_from === null || !WAS_PUBLISHED.includes(String(row.state))) return null;
  const titles = [String(row.title), String(row.title_english ?? "")];
  const [title_zh, title_en] = titles;
  const head = [String(row.rule), log, String(row.number), ...titles];
  const codes = [row.field, ...(Array.isArray(row.item_codes) ? row.item_codes : [])];
  return {
    version: {
      content_hash: row.content_hash,
      state: row.state,
      institution: log,
      number: row.number,
      title_zh,
      title_en,
      issuer_zh: row.issuer,
      issuer_en: "",
      issuer_search: folded([String(row.issuer), "", log]),
      category: row.category,
      fields: [...new Set(codes)],
      kinds: [...new Set(clauses.flatMap(({ kinds }) => kinds))],
      in_force_from: row.in_force_from,
      in_force_until: row.in_force_until,
      head_search: folded(head),
    },
    clauses: clauses.map(expectedClause),
  };
}

function expectedClause({ number, title, text, kinds }: ToldClause) {
  const words = [number, title.zh, title.en, text.zh, text.en];
  const search = folded([number, title.zh, text.zh, title.en, text.en]);
  const grams = [...new Set(search.split("\n").flatMap(gramsOf))];
  const titles = { title_zh: title.zh, title_en: title.en };
  const texts = { text_zh: text.zh, text_en: text.en };
  return {
    clause: { wording: hash("sha256", JSON.stringify(words), "hex"), kinds },
    wording: { clause: number, ...titles, ...texts, search, grams },
  };
}
