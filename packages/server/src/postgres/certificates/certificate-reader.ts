import type {
  CertificateReader,
  CertificateRecord,
  KeptValue,
} from "../../application/certificates/certificate-reader.ts";
import type { Database } from "../database.ts";
import { toStoredEntry } from "../ledger/published-snapshots.ts";

/** Lookups in one statement at most. */
const BATCH_MAX = 200;

/**
 * The numbers come as lines, and the rows of each on their own (`offset 0`), because then the plan
 * does not depend on how many there are: PostgreSQL plans once and not for each statement. Main
 * numbers are compared as their index is ordered.
 */
const BY_NUMBER = `
  select found.* from string_to_table($1, E'\\n') as wanted(number), lateral (
    select c.institution, i.name as institution_name, i.name_english as institution_name_english,
      c.number, c.organisation_code, c.item_code, c.withheld, c.last_index, c.card,
      array(select k.number from certificates k
        where k.institution = c.institution and k.main_number = c.number collate "default"
          and not k.withheld
        order by k.number limit 200) as children
    from certificates c join institutions i on i.approval_number = c.institution
    where c.number = wanted.number offset 0
  ) as found`;

type Row = {
  institution: string;
  institution_name: string;
  institution_name_english: string | null;
  number: string;
  organisation_code: string;
  item_code: string;
  withheld: boolean;
  last_index: number;
  card: string;
  children: string[];
};

const toRecord = (row: Row): CertificateRecord => ({
  institution: row.institution,
  institutionName: row.institution_name,
  institutionNameEnglish: row.institution_name_english,
  number: row.number,
  organisationCode: row.organisation_code,
  itemCode: row.item_code,
  withheld: row.withheld,
  lastIndex: row.last_index,
  card: row.card,
  children: row.children,
});

type Waiting = {
  number: string;
  resolve(record: CertificateRecord | null): void;
  reject(fault: unknown): void;
};

/**
 * While a statement is under way lookups gather for the next one: the busier the server, the more
 * scans share a statement. A lookup on an idle server is asked at once.
 */
function batchedLookup(database: Database): CertificateReader["byNumber"] {
  let waiting: Waiting[] = [];
  let isUnderWay = false;

  async function ask(batch: Waiting[]): Promise<void> {
    isUnderWay = true;
    const answered = await answerTo(batch);
    isUnderWay = false;
    askNext();
    // The next statement leaves first, so that it is under way while these answers are made.
    setImmediate(answered);
  }

  /** Asks, and gives what lets those who wait go on. Never rejects. */
  async function answerTo(batch: Waiting[]): Promise<() => void> {
    try {
      const numbers = [...new Set(batch.map(({ number }) => number))];
      const rows = await database.query<Row>(BY_NUMBER, [numbers.join("\n")]);
      const records = new Map(rows.map((row) => [row.number, toRecord(row)]));
      return () => {
        for (const { number, resolve } of batch) resolve(records.get(number) ?? null);
      };
    } catch (fault) {
      return () => {
        for (const { reject } of batch) reject(fault);
      };
    }
  }

  function askNext(): void {
    if (waiting.length === 0 || isUnderWay) return;
    const batch = waiting.slice(0, BATCH_MAX);
    waiting = waiting.slice(BATCH_MAX);
    void ask(batch);
  }

  return (number) =>
    new Promise((resolve, reject) => {
      // After this turn of the event loop, so that lookups which arrive together go together.
      if (waiting.push({ number, resolve, reject }) === 1) setImmediate(askNext);
    });
}

export function postgresCertificateReader(database: Database): CertificateReader {
  return {
    byNumber: batchedLookup(database),
    async streamEntries(institution, streams) {
      const rows = await database.query<{
        index: number;
        stream: string;
        leaf_hash: Buffer;
        entry: string;
      }>(
        `select index, stream, leaf_hash, entry from entries
         where institution = $1 and stream = any($2::text[]) order by index`,
        [institution, streams],
      );
      return rows.map(toStoredEntry);
    },
    keptValues: (institution, commitments) =>
      database.query<KeptValue>(
        `select commitment, case when public then value end as value from personal_values
         where institution = $1 and commitment = any($2::text[])`,
        [institution, commitments],
      ),
  };
}
