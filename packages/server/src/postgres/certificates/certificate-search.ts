import type {
  CertificateSearch,
  SearchHit,
  SearchRequest,
} from "../../application/certificates/certificate-search.ts";
import {
  bigramsOf,
  foldForSearch,
  foldNumber,
} from "../../application/certificates/search-text.ts";
import type { Database } from "../database.ts";

/** Rows looked at to see whether a fragment is common. */
const PROBE_ROWS = 2000;

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

async function byNumber(database: Database, prefix: string, page: Page): Promise<HitRow[]> {
  return database.query<HitRow>(
    `select ${COLUMNS} from certificates
     where number like $1 and number > $2 and ($3::text is null or institution = $3) and not withheld
     order by number limit $4`,
    [`${likePattern(prefix)}%`, page.after, page.body, page.limit],
  );
}

async function byOrganisation(database: Database, code: string, page: Page): Promise<HitRow[]> {
  return database.query<HitRow>(
    `select ${COLUMNS} from certificates
     where organisation_code = $1 and number > $2 and ($3::text is null or institution = $3) and not withheld
     order by number limit $4`,
    [code, page.after, page.body, page.limit],
  );
}

/**
 * A common fragment (有限, 科技) matches so many rows that walking in number order finds a page at
 * once; a rare one is found through the bigram index. A short walk tells which it is.
 */
async function byHolder(database: Database, fragment: string, page: Page): Promise<HitRow[]> {
  const pattern = `%${likePattern(fragment)}%`;
  const values = [pattern, page.after, page.body, page.limit];
  const walk = await database.query<HitRow>(
    `with walked as materialized (
       select institution, number, holder_search from certificates
       where number > $2 and ($3::text is null or institution = $3) and not withheld
       order by number limit ${PROBE_ROWS}
     ), hits as materialized (
       select institution, number from walked where holder_search like $1 order by number limit $4
     )
     select ${COLUMNS} from hits join certificates using (institution, number) order by number`,
    values,
  );
  if (walk.length === page.limit) return walk;
  const bigrams = bigramsOf(fragment);
  if (bigrams.length === 0) return walk;
  return database.queryUnprepared<HitRow>(
    `with found as materialized (
       select institution, number from certificates
       where holder_bigrams @> $5::text[] and holder_search like $1
         and number > $2 and ($3::text is null or institution = $3) and not withheld
     ), hits as materialized (
       select institution, number from found order by number limit $4
     )
     select ${COLUMNS} from hits join certificates using (institution, number) order by number`,
    [...values, bigrams],
  );
}

export function postgresCertificateSearch(database: Database): CertificateSearch {
  return {
    async search({ text, body, after, limit }: SearchRequest) {
      const page: Page = { body, after: after ?? "", limit };
      if (text === "") return (await byNumber(database, "", page)).map(toHit);
      const number = foldNumber(text);
      const found: HitRow[] = [];
      if (/^[0-9A-Z]{9}$|^[0-9A-Z]{18}$/.test(number)) {
        const code = number.length === 18 ? number.slice(8, 17) : number;
        found.push(...(await byOrganisation(database, code, page)));
      }
      if (found.length === 0 && /^[0-9A-Z][0-9A-Z/-]*$/.test(number)) {
        found.push(...(await byNumber(database, number, page)));
      }
      const fragment = foldForSearch(text);
      if (found.length === 0 && fragment !== "") {
        found.push(...(await byHolder(database, fragment, page)));
      }
      return found.map(toHit);
    },
  };
}
