import type { ImportRun, ImportRunPage } from "@suzheng/api-contract";
import { ask } from "../api/ask.ts";

/** Addresses of packages/api-contract/src/report.ts; sending is in portal/upload/send-files.ts. */
export const reports = {
  runs: (cursor: string | null) =>
    ask<ImportRunPage>(
      cursor === null ? "/imports?limit=20" : `/imports?limit=20&cursor=${cursor}`,
    ),
  run: (id: string) => ask<ImportRun>(`/imports/${encodeURIComponent(id)}`),
};

export const REPORTS_KEY = ["reports"];

/** How often a run under way is asked about. */
export const POLL_MS = 1000;

export const isOver = ({ state }: Pick<ImportRun, "state">): boolean =>
  state !== "waiting" && state !== "running";

export const grouped = (count: number): string => count.toLocaleString("en");
