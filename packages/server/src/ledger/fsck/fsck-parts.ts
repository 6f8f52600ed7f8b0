import type { FsckStore } from "../../application/fsck.ts";
import type { LastSignedStore } from "../../application/ledger/last-signed.ts";
import type { LogKeys } from "../../application/ledger/log-keys.ts";
import type { TileStore } from "../../application/ledger/tile-store.ts";
import type { EvidenceStore } from "../../application/registry/evidence-store.ts";
import type { StreamsCheck } from "./streams/check-streams.ts";

export type StreamsThread = {
  check: StreamsCheck;
  /** Jobs that it takes before it has ended any; further ones may be done by others. */
  jobsMax: number;
};

export type FsckParts = {
  store: FsckStore;
  tiles: TileStore;
  evidence: Pick<EvidenceStore, "look" | "get">;
  lastSigned: LastSignedStore;
  keys: Pick<LogKeys, "publicKey">;
  /** First part of every log's origin line. */
  origin: string;
  personToken: (text: string) => string;
  /** Checks streams beside this thread. */
  streamsThread?: StreamsThread;
};
