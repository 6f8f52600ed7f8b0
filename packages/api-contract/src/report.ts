import { z } from "zod";
import { IsoInstant } from "./certificate.ts";

/** What came of importing report files; the object that `suzheng import --json` prints. */
export const ImportSummary = z.object({
  rows: z.number(),
  recorded: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  errors: z.array(
    z.object({
      file: z.string(),
      row: z.number(),
      field: z.string().nullable(),
      code: z.string(),
      message: z.string(),
    }),
  ),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** State of an upload (`/api/v1/imports/{id}`). */
export const ImportRun = z.object({
  id: z.string(),
  institution: z.string(),
  state: z.enum(["waiting", "running", "finished", "failed", "interrupted"]),
  dryRun: z.boolean(),
  startedAt: IsoInstant,
  /**
   * Who handed the files in: `token:<id>` or `account:<id>`, of which entries name the former only.
   */
  submitter: z.string(),
  /** Names of the files handed in. */
  files: z.array(z.string()),
  bytesTotal: z.number(),
  bytesDone: z.number(),
  summary: ImportSummary,
  /** Files of rejected rows, same layout with reasons, to mend and send again. */
  rejectedFiles: z.array(z.object({ name: z.string(), url: z.string() })),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;

/** A run in a list: counts without the single errors. */
export const ImportRunRow = ImportRun.omit({ summary: true, rejectedFiles: true }).extend({
  summary: ImportSummary.omit({ errors: true }),
  /** Name of the person who handed in; null for a token, and for a person who was erased. */
  person: z.string().nullable(),
});
export type ImportRunRow = z.infer<typeof ImportRunRow>;

/** `GET /imports`: runs of the institution, newest first; `next` goes into `?cursor=`. */
export const ImportRunPage = z.object({
  items: z.array(ImportRunRow),
  next: z.string().nullable(),
});
export type ImportRunPage = z.infer<typeof ImportRunPage>;
