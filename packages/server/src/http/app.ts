import type { RuleTranslations } from "@suzheng/rules";
import type { AccountParts } from "../application/accounts/account-parts.ts";
import type { CertificateSearch } from "../application/certificates/certificate-search.ts";
import type { TraceParts } from "../application/certificates/trace-certificate.ts";
import type { CertificationStore } from "../application/certification-store.ts";
import type { ImportRuns } from "../application/imports/import-runs.ts";
import type { CertificateCounter } from "../application/institutions/certificate-counts.ts";
import type { InstitutionReader } from "../application/institutions/institution-reader.ts";
import type { Ledger } from "../application/ledger/ledger.ts";
import type { Prover } from "../application/ledger/proofs.ts";
import type { FeedParts } from "../application/obligations/calendar-feeds.ts";
import type { DutyParts } from "../application/obligations/duties.ts";
import type { TollingParts } from "../application/obligations/tolling.ts";
import type { LogFigures } from "../application/platform-figures.ts";
import type { RegistryParts } from "../application/registry/registry-parts.ts";
import type { PublishedCalculator } from "../application/rules/rule-calculators.ts";
import type { RuleCertificates } from "../application/rules/rule-certificates.ts";
import type { RuleList } from "../application/rules/rule-list.ts";
import type { PublishedPack } from "../application/rules/rule-packs.ts";
import type { RuleSearch } from "../application/rules/rule-search.ts";
import type { Tokens } from "../application/tokens.ts";
import type { WhatIfCommandParts } from "../application/what-if/what-if-parts.ts";

/** What the HTTP side needs of the platform. */
export type App = TraceParts & {
  ledger: Ledger;
  store: CertificationStore;
  search: CertificateSearch;
  institutions: InstitutionReader;
  counter: CertificateCounter;
  prover: Prover;
  tokens: Tokens;
  accounts: AccountParts;
  registry: RegistryParts;
  duties: DutyParts;
  tolling: TollingParts;
  calendars: FeedParts;
  whatIf: WhatIfCommandParts;
  imports: ImportRuns;
  published: readonly PublishedPack[];
  ruleList: RuleList;
  ruleSearch: RuleSearch;
  ruleCertificates: RuleCertificates;
  calculators: readonly PublishedCalculator[];
  translations: RuleTranslations;
  trustText: string;
  origin: string;
  /** Whether one proxy in front says from where requests come. */
  trustProxy: boolean;
  demo: boolean;
  /** Where the public reaches this server, such as `https://suzheng.example`; null: not told. */
  publicUrl: string | null;
  /** Folder of the published log files, served as they are. */
  publicFolder: string;
  /** Folder of the built portal; null when it was not built. */
  portalFolder: string | null;
  logFigures(): Promise<LogFigures>;
  logSizes(): Promise<ReadonlyMap<string, number>>;
  /** Tells of each log that this process has added to, until the function it gives is called. */
  onGrowth(listener: (institution: string) => void): () => void;
  isReady(): Promise<boolean>;
};
