import type { RawRow } from "../raw-row.ts";
import type { ReportLimits } from "../report-limits.ts";
import { CSV_DELIMITERS, type CsvDelimiter, csvParser } from "./csv-parser.ts";
import { decodeText, type TextEncodingName } from "./decode-text.ts";

export interface CsvSheet {
  readonly encoding: TextEncodingName;
  readonly delimiter: CsvDelimiter;
  readonly rows: AsyncGenerator<RawRow[]>;
}

/** The header stands in the first rows, so this much text shows the delimiter. */
const SNIFF_CHARS = 64 * 1024;
const SNIFF_ROWS = 6;

export async function readCsv(
  bytes: AsyncIterable<Buffer>,
  limits: ReportLimits,
): Promise<CsvSheet> {
  const { encoding, text } = await decodeText(bytes);
  const source = text[Symbol.asyncIterator]();
  const head = await takeHead(source);
  const delimiter = sniffDelimiter(head);
  const parser = csvParser(delimiter, limits.rowCharsMax);

  async function* rows(): AsyncGenerator<RawRow[]> {
    try {
      yield parser.push(head);
      for (let next = await source.next(); !next.done; next = await source.next()) {
        yield parser.push(next.value);
      }
      yield parser.end();
    } finally {
      await source.return?.();
    }
  }
  return { encoding, delimiter, rows: rows() };
}

async function takeHead(source: AsyncIterator<string>): Promise<string> {
  let head = "";
  while (head.length < SNIFF_CHARS) {
    const next = await source.next();
    if (next.done) break;
    head += next.value;
  }
  return head;
}

/** The delimiter that gives the widest of the first rows: the header has no text that misleads. */
function sniffDelimiter(head: string): CsvDelimiter {
  let best: CsvDelimiter = ",";
  let widest = 1;
  for (const delimiter of CSV_DELIMITERS) {
    const width = widthOfHead(head, delimiter);
    if (width > widest) {
      best = delimiter;
      widest = width;
    }
  }
  return best;
}

function widthOfHead(head: string, delimiter: CsvDelimiter): number {
  const lines = head.split(/\r\n|\r|\n/, SNIFF_ROWS).join("\n");
  try {
    const rows = csvParser(delimiter, Number.POSITIVE_INFINITY).push(`${lines}\n`);
    return Math.max(0, ...rows.map(({ cells }) => cells.length));
  } catch {
    // A quote that makes no sense under this delimiter; reading with the chosen one reports it.
    return 0;
  }
}
