import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { csvLine } from "../csv/csv-line.ts";
import { ERROR_COLUMNS } from "../recognise-header.ts";
import { type RejectedRow, rejectedCells } from "./rejected-row.ts";
import { type RejectedFile, type RejectedLayout, rejectedXlsx } from "./rejected-xlsx.ts";

export interface RejectedRowsOptions extends RejectedLayout {
  readonly format: "csv" | "xlsx";
  /** Path of the file, or what opens it; touched only when the first row is written. */
  readonly target: string | (() => Writable);
}

export interface RejectedRowsWriter {
  /** Waits when the disk is slower. */
  write(row: RejectedRow): Promise<void>;
  /** Number of rows in the file, complete on disk; 0 means that there is no file. */
  close(): Promise<number>;
}

/** Writes rejected rows in the layout they came in, with the reasons, to mend and send again. */
export function rejectedRowsWriter(options: RejectedRowsOptions): RejectedRowsWriter {
  let file: (RejectedFile & { finished: Promise<void> }) | null = null;
  let rows = 0;
  return {
    async write(row) {
      file ??= openFile(options);
      await file.write(row);
      rows++;
    },
    async close() {
      await Promise.all([file?.end(), file?.finished]);
      return rows;
    },
  };
}

function openFile(options: RejectedRowsOptions): RejectedFile & { finished: Promise<void> } {
  const { target, format } = options;
  const stream = typeof target === "string" ? createWriteStream(target) : target();
  const done = finished(stream);
  // Awaited in close(); until then a failure must not count as unhandled.
  done.catch(() => undefined);
  const file = format === "csv" ? rejectedCsv(stream, options) : rejectedXlsx(stream, options);
  return { ...file, finished: done };
}

function rejectedCsv(stream: Writable, { header }: RejectedLayout): RejectedFile {
  // Excel takes a CSV for the system's old encoding unless it starts with a byte order mark.
  stream.write(`\ufeff${csvLine([...header, ...ERROR_COLUMNS])}`);
  return {
    async write(row) {
      if (stream.write(csvLine(rejectedCells(row, header.length)))) return;
      // A stream that has failed already never drains.
      if (stream.errored !== null) throw stream.errored;
      await once(stream, "drain");
    },
    async end() {
      stream.end();
    },
  };
}
