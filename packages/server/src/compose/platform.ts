import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { encodeTrust, type Trust } from "@suzheng/log-format";
import type pg from "pg";
import type { AccountParts } from "../application/accounts/account-parts.ts";
import type { CertificateReader } from "../application/certificates/certificate-reader.ts";
import type { CertificateSearch } from "../application/certificates/certificate-search.ts";
import type { CertificationStore } from "../application/certification-store.ts";
import type { Now } from "../application/clock.ts";
import type { ReportFiles } from "../application/imports/import-runs.ts";
import type { InstitutionReader } from "../application/institutions/institution-reader.ts";
import type { AppenderThread, Ledger } from "../application/ledger/ledger.ts";
import type { LogStore } from "../application/ledger/log-store.ts";
import type { Prover } from "../application/ledger/proofs.ts";
import { DIRECTORY } from "../application/ledger/publication-store.ts";
import type { TileStore } from "../application/ledger/tile-store.ts";
import type { PersonErasures } from "../application/persons/person-erasures.ts";
import type { RejectedRows } from "../application/persons/rejected-rows.ts";
import type { RuleIndex } from "../application/rules/rule-index.ts";
import type { PublishedPack } from "../application/rules/rule-packs.ts";
import type { Tokens } from "../application/tokens.ts";
import { writeDurably } from "../durable-file.ts";
import { fileLogKeys } from "../keys/file-log-keys.ts";
import { personTokens } from "../keys/person-tokens.ts";
import { groupCommitLedger } from "../ledger/group-commit.ts";
import { type Growth, logGrowth, tellingGrowth } from "../ledger/growth.ts";
import { createProver } from "../ledger/prove.ts";
import { createPublisher, type Publisher } from "../ledger/publisher.ts";
import { sha256 } from "../ledger/sha256.ts";
import { originOf as logOriginOf } from "../ledger/sign-checkpoint.ts";
import { postgresWorkspaces, type Workspaces } from "../postgres/accounts/workspace.ts";
import { postgresCertificateReader } from "../postgres/certificates/certificate-reader.ts";
import { postgresCertificateSearch } from "../postgres/certificates/certificate-search.ts";
import { postgresCertificationStore } from "../postgres/certificates/certification-store.ts";
import { commitOrRollback } from "../postgres/commit-or-rollback.ts";
import { type Database, openPool, poolDatabase } from "../postgres/database.ts";
import { startEmbeddedCluster } from "../postgres/embedded-cluster.ts";
import { postgresInstitutionReader } from "../postgres/institution-reader.ts";
import { postgresLogStore } from "../postgres/ledger/log-store.ts";
import { projectActs } from "../postgres/ledger/project-acts.ts";
import { postgresPublicationStore } from "../postgres/ledger/publication-store.ts";
import { postgresSnapshots } from "../postgres/ledger/published-snapshots.ts";
import { migrate } from "../postgres/migrate.ts";
import { postgresPersonErasures } from "../postgres/persons/person-erasures.ts";
import { postgresRuleIndex } from "../postgres/rules/rule-search-index.ts";
import { postgresTokens } from "../postgres/tokens.ts";
import { keptRejectedRows } from "../reports/rejected/kept-rejected-rows.ts";
import { reportFilesOnDisk } from "../reports/report-files.ts";
import { loadCalculators, type PublishedCalculator } from "../storage/calculator-files.ts";
import { lockDataFolder } from "../storage/data-folder.ts";
import { fileTileStore } from "../storage/file-tile-store.ts";
import { lastSignedFile } from "../storage/last-signed-file.ts";
import { loadRulePacks } from "../storage/rule-pack-files.ts";
import { readRuleTranslations } from "../storage/rule-translation-file.ts";
import { readWitnessFile } from "../storage/witness-file.ts";
import { httpWitnesses } from "../witnesses/http-witnesses.ts";
import { composeAccounts } from "./accounts.ts";
import { startAppenderThread } from "./appender-thread.ts";
import { type DirectoryIdentity, directoryIdentity } from "./directory-identity.ts";

export { loadCalculators, loadRulePacks, type PublishedCalculator, readRuleTranslations };

export type PlatformOptions = {
  /** Keys, tiles, the embedded database; made when missing. */
  dataFolder: string;
  /** An external PostgreSQL 15 or newer; without it the embedded one is started. */
  databaseUrl?: string | undefined;
  /** Identity of this installation, fixed at its first start. */
  origin?: string | undefined;
  rulePacksFolder?: string;
  now?: Now;
  alarm?(message: string): void;
};

/** Writing and reading within one database scope: the pool, or a single transaction. */
export type Recording = {
  ledger: Ledger;
  logs: LogStore;
  store: CertificationStore;
  ruleIndex: RuleIndex;
};

export type Platform = Recording & {
  database: Database;
  pool: pg.Pool;
  dataFolder: string;
  now: Now;
  packs: readonly PublishedPack[];
  rulePacksFolder: string;
  personToken: (text: string) => string;
  search: CertificateSearch;
  reader: CertificateReader;
  institutions: InstitutionReader;
  reportFiles: ReportFiles;
  prover: Prover;
  publisher: Publisher;
  tiles: TileStore;
  tokens: Tokens;
  persons: PersonErasures;
  rejectedRows: RejectedRows;
  accounts: AccountParts;
  /** Statements bound to one institution by row-level security. */
  workspaces: Workspaces;
  trust: Trust;
  /** The text of `/trust.json`. */
  trustText: string;
  /**
   * Runs `work` in one transaction over everything it records; rolled back unless it says "commit".
   */
  together<T>(
    work: (recording: Recording) => Promise<{ end: "commit" | "rollback"; value: T }>,
  ): Promise<T>;
  /** Null when the clock is not the real one, which another thread does not see. */
  startAppenderThread: (() => AppenderThread) | null;
  /** Tells of each log that this process has added to, before the submitter is answered. */
  onGrowth: Growth["listen"];
  /** Whether the installation was filled with invented data; said wherever its data are shown. */
  isDemo(): boolean;
  markDemo(): Promise<void>;
  close(): Promise<void>;
};

const RULE_PACKS = resolve(import.meta.dirname, "../../../../rule-packs");
const CONNECTIONS_MAX = 24;
/** In the data folder: rejected rows, in a folder for each import over the API. */
export const IMPORTS_FOLDER = "imports";

function recordingOn(database: Database, now: Now): Recording {
  const logs = postgresLogStore(database, projectActs);
  return {
    logs,
    ledger: groupCommitLedger(logs, now),
    store: postgresCertificationStore(database),
    ruleIndex: postgresRuleIndex(database),
  };
}

function togetherOn(database: Database, now: Now, growth: Growth): Platform["together"] {
  return async (work) => {
    const grown = new Set<string>();
    try {
      return await commitOrRollback(database, (inside) => {
        const recording = recordingOn(inside, now);
        const ledger = tellingGrowth(recording.ledger, (institution) => grown.add(institution));
        return work({ ...recording, ledger });
      });
    } finally {
      for (const institution of grown) growth.tell(institution);
    }
  };
}

async function openDatabase(options: PlatformOptions, folder: string) {
  const { databaseUrl } = options;
  if (databaseUrl !== undefined && databaseUrl !== "") {
    return { connectionString: databaseUrl, stop: async () => {} };
  }
  const lock = lockDataFolder(folder);
  try {
    const cluster = await startEmbeddedCluster(folder);
    const stop = async () => {
      await cluster.stop();
      lock.release();
    };
    return { connectionString: cluster.connectionString, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens everything that stands on one data folder and database. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const folder = resolve(options.dataFolder);
  const packs = loadRulePacks(options.rulePacksFolder ?? RULE_PACKS);
  const server = await openDatabase(options, folder);
  const pool = openPool(server.connectionString, CONNECTIONS_MAX);
  const close = async () => {
    await pool.end();
    await server.stop();
  };
  try {
    const { connectionString } = server;
    return await composeOn(options, { folder, connectionString, pool, packs, close });
  } catch (error) {
    await close();
    throw error;
  }
}

type Opened = {
  folder: string;
  connectionString: string;
  pool: pg.Pool;
  packs: readonly PublishedPack[];
  close(): Promise<void>;
};

function trustOf(
  { origin, vkey }: DirectoryIdentity,
  policy: ReturnType<typeof readWitnessFile>,
): Trust {
  return {
    format: "suzheng-trust/1",
    directory: { origin: logOriginOf(origin, DIRECTORY), vkey },
    logs: logOriginOf(origin, ""),
    policy: {
      witnesses: policy.witnesses.map(({ name, vkey }) => ({ name, vkey })),
      quorum: policy.quorum,
    },
  };
}

async function composeOn(options: PlatformOptions, opened: Opened): Promise<Platform> {
  const { folder, pool, packs, close } = opened;
  const now = options.now ?? (() => new Date().toISOString());
  const database = poolDatabase(pool);
  await migrate(database);
  const keys = fileLogKeys(join(folder, "keys"));
  const tiles = fileTileStore(join(folder, "public"));
  const lastSigned = lastSignedFile(join(folder, "last-signed.json"));
  const publications = postgresPublicationStore(database, pool);
  const stores = { folder, keys, tiles, lastSigned, publications };
  const identity = await directoryIdentity(stores, options.origin);
  const growth = logGrowth();
  const recording = recordingOn(database, now);
  const demoMark = join(folder, "demo");
  const policy = readWitnessFile(join(folder, "witnesses.json"));
  const alarm = options.alarm ?? ((message) => console.error(message));
  const trust = trustOf(identity, policy);
  const publisher = createPublisher({
    logs: recording.logs,
    publications,
    tiles,
    keys,
    lastSigned,
    witnesses: httpWitnesses({ witnesses: policy.witnesses, sha256, alarm }),
    origin: identity.origin,
    now,
    alarm,
  });
  await publisher.guard();
  const personToken = await personTokens(join(folder, "keys", "person-tokens.key"));
  const workspaces = await postgresWorkspaces(database);
  const reportFiles = reportFilesOnDisk();
  const isDemo = () => existsSync(demoMark);
  const accountParts = { folder, database, workspaces, now, keyedHash: personToken, isDemo };
  return {
    ...recording,
    ledger: tellingGrowth(recording.ledger, growth.tell),
    accounts: await composeAccounts(accountParts),
    workspaces,
    database,
    pool,
    dataFolder: folder,
    now,
    packs,
    rulePacksFolder: options.rulePacksFolder ?? RULE_PACKS,
    personToken,
    search: postgresCertificateSearch(database),
    reader: postgresCertificateReader(database),
    institutions: postgresInstitutionReader(database),
    reportFiles,
    rejectedRows: keptRejectedRows(join(folder, IMPORTS_FOLDER), reportFiles),
    prover: createProver(postgresSnapshots(database), tiles),
    publisher,
    tiles,
    tokens: postgresTokens(database),
    persons: postgresPersonErasures(database),
    trust,
    trustText: encodeTrust(trust),
    together: togetherOn(database, now, growth),
    startAppenderThread:
      options.now === undefined
        ? () => tellingGrowth(startAppenderThread(opened.connectionString), growth.tell)
        : null,
    onGrowth: growth.listen,
    isDemo,
    markDemo: () => writeDurably(demoMark, "invented data\n"),
    close,
  };
}
