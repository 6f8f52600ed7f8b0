import type { RuleFile } from "@suzheng/certification";

export type KeptFile = Pick<RuleFile, "sha256" | "bytes" | "type">;

/** Which files an institution keeps; the bytes themselves are evidence. */
export interface RuleFileStore {
  /** Durable once resolved; the same file again is no matter. */
  keep(institution: string, file: KeptFile & { by: string; at: string }): Promise<void>;
  /** Those of the hashes that the institution keeps. */
  kept(institution: string, hashes: readonly string[]): Promise<KeptFile[]>;
}
