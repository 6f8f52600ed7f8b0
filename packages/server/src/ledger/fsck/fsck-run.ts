import type { FsckPage, FsckSnapshot } from "../../application/fsck.ts";
import type { Damages } from "./damages.ts";
import type { FsckParts } from "./fsck-parts.ts";
import type { MemoriesOf } from "./memories.ts";
import type { StreamsHelp } from "./streams-help.ts";

/** What every part of one check needs. */
export type FsckRun = {
  parts: FsckParts;
  snapshot: FsckSnapshot;
  damages: Damages;
  damagesMax: number;
  memoriesOf: MemoriesOf;
  streamsHelp: StreamsHelp;
  onEntries(log: string, page: FsckPage): void;
  /** UTF-8 bytes of entries that were hashed. */
  onBytes(bytes: number): void;
};
