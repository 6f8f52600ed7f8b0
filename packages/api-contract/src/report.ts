import { z } from "zod";

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
  bytesTotal: z.number(),
  bytesDone: z.number(),
  summary: ImportSummary,
  /** Files of rejected rows, same layout with reasons, to mend and send again. */
  rejectedFiles: z.array(z.object({ name: z.string(), url: z.string() })),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportRun = z.infer<typeof ImportRun>;
