import type { CertificationStore } from "../../application/certification-store.ts";
import type { LastSignedStore } from "../../application/ledger/last-signed.ts";
import type { LogKeys } from "../../application/ledger/log-keys.ts";
import type { LogStore } from "../../application/ledger/log-store.ts";
import type { PublicationStore } from "../../application/ledger/publication-store.ts";
import type { TileStore } from "../../application/ledger/tile-store.ts";
import type { FiledClauses } from "./told-act.ts";

/** One transaction over the log and over what is known of its streams. */
export type RecordingTogether = (
  work: (recording: { logs: LogStore; store: CertificationStore }) => Promise<void>,
) => Promise<void>;

export type RestoreParts = {
  /** Where published files are read; those of this installation or a copy of them. */
  files: TileStore;
  /** This installation's own. */
  tiles: TileStore;
  logs: LogStore;
  publications: PublicationStore;
  keys: LogKeys;
  origin: string;
  lastSigned: LastSignedStore;
  together: RecordingTogether;
  filedClauses: FiledClauses;
  /** Tokens of persons by commitment, of those whose value is kept. */
  personTokens(log: string, commitments: readonly string[]): Promise<ReadonlyMap<string, string>>;
  onProgress(progress: RestoreProgress): void;
};

export type RestoreProgress = { log: string; entries: number; entriesTotal: number };
