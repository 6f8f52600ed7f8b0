import type { App } from "../app.ts";

type VersionName = { institution: string | null; rule: string; version: string };

/** Whether the first day of a shipped version is only when this platform begins to judge by it. */
export const isJudgedFrom = (
  { published }: Pick<App, "published">,
  { institution, rule, version }: VersionName,
): boolean =>
  institution === null &&
  published.some(
    ({ pack: { document } }) =>
      document.id === rule &&
      document.version === version &&
      document.dates.inForceFrom?.meaning === "judged-from",
  );
