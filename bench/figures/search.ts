import { initialsOf } from "../../packages/server/src/application/certificates/holder-initials.ts";
import { type Bench, count, type Row } from "../figure.ts";
import { type ManyCertificates, manyCertificates } from "../installations/many-certificates.ts";
import { searchRow } from "../search-row.ts";

const TERMS_OF_A_KIND = 40;

type Kind =
  | "common"
  | "two characters"
  | "three characters"
  | "four characters"
  | "initials"
  | "no hits";
type Term = { kind: Kind; text: string };

const COMMON = ["有限", "科技", "公司", "机械", "制品", "有限公司", "责任", "深圳", "服务"];
/** Characters of names that meet in none; and one that is in no name at all. */
const ABSENT = ["公有", "司限科", "械制责任", "龘龘", "技科电子", "阿尔法贝塔"];

/** Terms of every kind alike, pieces of names that are really there. */
async function termsOf({ platform, certificates }: ManyCertificates): Promise<Term[]> {
  const names = await platform.database.query<{ name: string }>(
    `select holder_name as name from certificates
     where hashtext(number) % $1 = 0 order by number limit ${TERMS_OF_A_KIND}`,
    [Math.max(1, Math.floor(certificates / 1000))],
  );
  const pieces = (kind: Kind, length: number): Term[] =>
    names.map(({ name }) => ({ kind, text: [...name].slice(2, 2 + length).join("") }));
  const repeated = (kind: Kind, texts: readonly string[]): Term[] =>
    Array.from({ length: names.length }, (_, i) => ({ kind, text: texts[i % texts.length] ?? "" }));
  const initials = pieces("four characters", 4).map(
    ({ text }): Term => ({ kind: "initials", text: initialsOf(text) }),
  );
  const kinds = [
    repeated("common", COMMON),
    pieces("two characters", 2),
    pieces("three characters", 3),
    pieces("four characters", 4),
    initials,
    repeated("no hits", ABSENT),
  ];
  return names.flatMap((_, i) => kinds.flatMap((terms) => terms[i] ?? []));
}

/** Search by a part of the holder's name over HTTP, kinds of terms in turn. */
export async function figure(bench: Bench): Promise<Row[]> {
  const filled = await manyCertificates(bench);
  const terms = await termsOf(filled);
  const row = await searchRow(bench, {
    figure: "search",
    what: `part of a holder name among ${count(filled.certificates)}`,
    platform: filled.platform,
    folder: filled.folder,
    asked: terms.map(({ kind, text }) => ({
      kind,
      path: `/api/v1/certificates?q=${encodeURIComponent(text)}`,
    })),
  });
  return [row];
}
