import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AccountParts } from "../application/accounts/account-parts.ts";
import { newId } from "../application/accounts/secret-code.ts";
import type { FeedParts } from "../application/obligations/calendar-feeds.ts";
import type { DutyParts } from "../application/obligations/duties.ts";
import type { TollingParts } from "../application/obligations/tolling.ts";
import type { WhatIfCommandParts } from "../application/what-if/what-if-parts.ts";
import { threadedWhatIfRuns } from "../jobs/what-if-runs.ts";
import { postgresCalendarFeedStore } from "../postgres/obligations/calendar-feed-store.ts";
import { postgresDutyReader } from "../postgres/obligations/duty-reader.ts";
import { postgresObligationStore } from "../postgres/obligations/obligation-store.ts";
import { postgresTollingStore } from "../postgres/obligations/tolling-store.ts";
import { csvLine } from "../reports/csv/csv-line.ts";
import type { Platform } from "./platform.ts";
import { composeRegistry } from "./registry.ts";
import { whatIfPartsOf } from "./what-if-platform.ts";

export type ObligationParts = {
  duties: DutyParts;
  tolling: TollingParts;
  calendars: FeedParts;
  whatIf: WhatIfCommandParts;
};

export function composeObligations(platform: Platform, accounts: AccountParts): ObligationParts {
  const { database, ledger, now, rulePacksFolder } = platform;
  const packs = platform.packs.map(({ pack }) => pack);
  const duties: DutyParts = {
    reader: postgresDutyReader(platform.workspaces),
    store: postgresObligationStore(database),
    packs,
    now,
    csvLine,
  };
  const { history, runs, start } = whatIfPartsOf(platform);
  const folderOf = (rule: string, version: string) => join(rulePacksFolder, rule, version);
  return {
    duties,
    tolling: {
      store: postgresTollingStore(database, platform.workspaces),
      ledger,
      packs,
      now,
      newId,
      nameOf: async (institution) => (await accounts.organisations.get(institution))?.name ?? null,
    },
    calendars: {
      ...duties,
      feeds: postgresCalendarFeedStore(database, platform.workspaces),
      newId,
      isMember: async (institution, account) =>
        (await accounts.members.list(institution)).some((row) => row.account === account),
    },
    whatIf: {
      history,
      store: runs,
      runs: threadedWhatIfRuns(start, runs),
      registry: composeRegistry(platform, accounts),
      packs,
      csvLine,
      now,
      newId,
      textsOf(rule, version) {
        // Only what was loaded has a folder; an address is never a path.
        const isKnown = packs.some(
          ({ document }) => document.id === rule && document.version === version,
        );
        if (!isKnown) return null;
        const textIn = (name: string) => readFileSync(join(folderOf(rule, version), name), "utf8");
        return { pack: textIn("pack.yaml"), examples: textIn("examples.yaml") };
      },
    },
  };
}
