import { join } from "node:path";
import { indexedPack } from "../application/rules/rule-index.ts";
import type { App } from "../http/app.ts";
import { inProcessImportRuns } from "../jobs/import-runs.ts";
import { postgresCertificateCounter } from "../postgres/certificates/certificate-counter.ts";
import { postgresImportRunStore } from "../postgres/import-run-store.ts";
import { readLogFigures } from "../postgres/ledger/log-figures.ts";
import { readPublications } from "../postgres/ledger/publication-store.ts";
import { postgresRuleCertificates } from "../postgres/rules/rule-certificates.ts";
import { postgresRuleList } from "../postgres/rules/rule-list.ts";
import { postgresRuleSearch } from "../postgres/rules/rule-search.ts";
import { loadCalculators } from "../storage/calculator-files.ts";
import { readRuleTranslations } from "../storage/rule-translation-file.ts";
import { composeObligations } from "./obligations.ts";
import { IMPORTS_FOLDER, type Platform } from "./platform.ts";
import { composeRegistry } from "./registry.ts";

export type AppOptions = {
  /** Shown wherever invented data may be taken for real. */
  demo: boolean;
  portalFolder: string | null;
  /** Where the public reaches this server; without it, links follow each request's own address. */
  publicUrl?: string | null;
  /** Whether one proxy in front says from where requests come, in `X-Forwarded-For`. */
  trustProxy?: boolean;
};

/** The HTTP side's view of a platform. */
export async function composeApp(platform: Platform, options: AppOptions): Promise<App> {
  const { database, packs, dataFolder } = platform;
  const publications = readPublications(database);
  const runs = postgresImportRunStore(database, platform.workspaces);
  await runs.interruptUnfinished();
  for (const pack of packs) await platform.ruleIndex.indexRuleVersion(indexedPack(pack));
  const accounts = { ...platform.accounts, isDemo: () => options.demo };
  const rulePacks = packs.map(({ pack }) => pack);
  const recording = { ledger: platform.ledger, store: platform.store, logs: platform.logs };
  return {
    now: platform.now,
    reader: platform.reader,
    institutions: platform.institutions,
    counter: postgresCertificateCounter(database),
    ledger: platform.ledger,
    store: platform.store,
    packs: rulePacks,
    published: packs,
    ruleList: postgresRuleList(database),
    ruleSearch: postgresRuleSearch(database),
    ruleCertificates: postgresRuleCertificates(database),
    calculators: loadCalculators(platform.rulePacksFolder),
    translations: readRuleTranslations(platform.rulePacksFolder),
    provableUpTo: async () => (await publications.checkpoint())?.notedAt ?? null,
    search: platform.search,
    prover: platform.prover,
    tokens: platform.tokens,
    accounts,
    registry: composeRegistry(platform, accounts),
    ...composeObligations(platform, accounts),
    trustProxy: options.trustProxy ?? false,
    imports: inProcessImportRuns(
      {
        ...recording,
        packs: rulePacks,
        personToken: platform.personToken,
        now: platform.now,
        reportFiles: platform.reportFiles,
        together: platform.together,
        startAppenderThread: platform.startAppenderThread,
      },
      runs,
      join(dataFolder, IMPORTS_FOLDER),
    ),
    trustText: platform.trustText,
    origin: platform.trust.logs,
    demo: options.demo,
    publicUrl: options.publicUrl ?? null,
    publicFolder: join(dataFolder, "public"),
    portalFolder: options.portalFolder,
    logFigures: () => readLogFigures(database),
    async logSizes() {
      const heads = await platform.logs.heads();
      return new Map(heads.map(({ institution, size }) => [institution, size]));
    },
    onGrowth: platform.onGrowth,
    async isReady() {
      await database.query("select 1");
      return true;
    },
  };
}
