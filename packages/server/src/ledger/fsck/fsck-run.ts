import type { FsckSnapshot } from "../../application/fsck.ts";
import type { Damages } from "./damages.ts";
import type { FsckParts } from "./fsck-parts.ts";
import type { StreamsHelp } from "./streams/streams-help.ts";
import type { MemoriesOf } from "./tree/memories.ts";

/** What every part of one check needs. */
export type FsckRun = {
  parts: FsckParts;
  snapshot: FsckSnapshot;
  damages: Damages;
  damagesMax: number;
  memoriesOf: MemoriesOf;
  streamsHelp: StreamsHelp;
  /** Entries of a log that were hashed, with their UTF-8 bytes. */
  onTexts(log: string, texts: { entries: number; bytes: number }): void;
};
