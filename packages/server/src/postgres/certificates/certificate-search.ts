import type {
  CertificateSearch,
  SearchHit,
  SearchRequest,
} from "../../application/certificates/certificate-search.ts";
import {
  bigramsOf,
  foldForSearch,
  foldNumber,
  trigramsOf,
  wordsOf,
} from "../../application/certificates/search-text.ts";
import type { Database } from "../database.ts";

/** After every number: a code point that no text holds. */
const LAST = "\u{10ffff}";

/** Only of the rows that are shown: a card takes a while to read. */
const COLUMNS = `institution, number, holder_name, holder_code, item_code, status,
  card::json ->> 'effectiveOn' as effective_on, issued_on, valid_until`;

type HitRow = {
  institution: string;
  number: string;
  holder_name: string;
  holder_code: string;
  item_code: string;
  status: string;
  effective_on: string;
  issued_on: string;
  valid_until: string;
};

const toHit = (row: HitRow): SearchHit => ({
  institution: row.institution,
  number: row.number,
  holderName: row.holder_name,
  holderCode: row.holder_code,
  itemCode: row.item_code,
  status: row.status,
  effectiveOn: row.effective_on,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
});

/** `%`, `_` and `\` stand for themselves. */
const likePattern = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");

type Page = { body: string | null; after: string; limit: number };

/** What follows `$2` downwards, of all bodies or of `$3`. */
const FOLLOWS = "number < $2 and ($3::text is null or institution = $3) and not withheld";

/** The same by the order of an index that has nothing else: all numbers, or those of one body. */
const EVERY_NUMBER = { follows: FOLLOWS, downwards: "number desc", rowsMax: 20_000 };
const OF_BODY = {
  // Fewer: what is looked at stands in the table, not in the index.
  rowsMax: 4000,
  // Spelt so that the planner does not walk the numbers of all bodies for those of one.
  follows:
    "(institution, number) < ($3, $2) and (institution, number) >= ($3, '') and not withheld",
  downwards: "institution desc, number desc",
};
const walkOf = ({ body }: Page) => (body === null ? EVERY_NUMBER : OF_BODY);

async function byNumber(database: Database, prefix: string, page: Page): Promise<HitRow[]> {
  const { follows, downwards } = prefix === "" ? walkOf(page) : EVERY_NUMBER;
  return database.query<HitRow>(
    `select ${COLUMNS} from certificates
     where number like $1 and ${follows} order by ${downwards} limit $4`,
    [`${likePattern(prefix)}%`, page.after, page.body, page.limit],
  );
}

async function byOrganisation(database: Database, code: string, page: Page): Promise<HitRow[]> {
  return database.query<HitRow>(
    `select ${COLUMNS} from certificates
     where organisation_code = $1 and ${FOLLOWS}
     order by number desc limit $4`,
    [code, page.after, page.body, page.limit],
  );
}

type HolderColumn = "holder_search" | "holder_initials";
/** Every one of the texts stands in the column. */
type Sought = { column: HolderColumn; texts: readonly string[]; fragments: readonly string[] };

/**
 * A common fragment (有限, 科技) matches so many rows that walking in number order finds a page at
 * once, and a walk stops there; what stands in few rows is found through the index of fragments.
 * Numbers begin with their body's, so a trade or a place may be common and not among the first.
 */
async function byHolder(
  database: Database,
  { column, texts, fragments }: Sought,
  page: Page,
): Promise<HitRow[]> {
  const patterns = texts.map((text) => `%${likePattern(text)}%`);
  const values = [patterns, page.after, page.body, page.limit];
  const { follows, downwards, rowsMax } = walkOf(page);
  const walk = await database.query<HitRow>(
    `with hits as materialized (
       select institution, number from (
         select institution, number, ${column} from certificates
         where ${follows} order by ${downwards} limit ${rowsMax}
       ) walked
       where ${column} like all($1::text[]) order by ${downwards} limit $4
     )
     select ${COLUMNS} from hits join certificates using (institution, number) order by number desc`,
    values,
  );
  if (walk.length === page.limit || fragments.length === 0) return walk;
  return database.queryUnprepared<HitRow>(
    `with hits as materialized (
       select institution, number from certificates
       where holder_fragments @> $5::text[] and ${column} like all($1::text[])
         and ${FOLLOWS}
       -- Not by the number itself: the planner would walk all of them.
       order by number || '' desc limit $4
     )
     select ${COLUMNS} from hits join certificates using (institution, number) order by number desc`,
    [...values, fragments],
  );
}

async function byName(database: Database, texts: readonly string[], page: Page) {
  const fragments = [...new Set(texts.flatMap(bigramsOf))];
  return byHolder(database, { column: "holder_search", texts, fragments }, page);
}

/** Fewer letters are in too many names. */
async function byInitials(database: Database, folded: string, page: Page): Promise<HitRow[]> {
  const fragments = /^[a-z0-9]+$/.test(folded) ? trigramsOf(folded) : [];
  if (fragments.length === 0) return [];
  return byHolder(database, { column: "holder_initials", texts: [folded], fragments }, page);
}

type Way = (database: Database, page: Page) => Promise<HitRow[]>;

/** What the text may be, the likeliest first. */
function waysTo(text: string): Way[] {
  const number = foldNumber(text);
  if (number === "") return [(database, page) => byNumber(database, "", page)];
  const organisation = /^[0-9A-Z]{9}$|^[0-9A-Z]{18}$/.test(number);
  const code = number.length === 18 ? number.slice(8, 17) : number;
  const folded = foldForSearch(text);
  const ways: (Way | false)[] = [
    organisation && ((database, page) => byOrganisation(database, code, page)),
    /^[0-9A-Z][0-9A-Z/-]*$/.test(number) && ((database, page) => byNumber(database, number, page)),
    folded !== "" && ((database, page) => byName(database, wordsOf(text), page)),
    (database, page) => byInitials(database, folded, page),
  ];
  return ways.filter((way) => way !== false);
}

export function postgresCertificateSearch(database: Database): CertificateSearch {
  return {
    async search({ text, body, after, limit }: SearchRequest) {
      const page: Page = { body, after: after ?? LAST, limit };
      for (const way of waysTo(text)) {
        const found = await way(database, page);
        if (found.length > 0) return found.map(toHit);
      }
      return [];
    },
  };
}
