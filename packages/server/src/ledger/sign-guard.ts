import { appendToFrontier, type Frontier, frontierRoot, parseFrontier } from "@suzheng/merkle";
import type { SignedTree } from "../application/ledger/last-signed.ts";
import type { LogStore } from "../application/ledger/log-store.ts";
import type { PublishedTree } from "../application/ledger/publication-store.ts";
import { sha256 } from "./sha256.ts";

const ENTRIES_AT_A_TIME = 4096;

/** Begins the reason of a log that is to be restored from what was published. */
export const BACKUP_RESTORED = "backup-restored";

export type GuardVerdict = { ok: true } | { ok: false; because: string };

type Guarded = {
  institution: string;
  /** What was signed last, remembered outside the database. */
  signed: SignedTree | undefined;
  published: PublishedTree | null;
  /** Entries in the database. */
  size: number;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/**
 * Whether the log in the database still extends the tree that was signed last. It does not after an
 * old backup was restored over it; then nothing may be signed or appended, since that would
 * contradict a published checkpoint.
 */
export async function guardLog(logs: LogStore, guarded: Guarded): Promise<GuardVerdict> {
  const { institution, signed, published, size } = guarded;
  if (signed === undefined) return { ok: true };
  if (signed.size > size) {
    return {
      ok: false,
      because: `${BACKUP_RESTORED}: signed at size ${signed.size}, but the database holds ${size} entries: an old backup was restored`,
    };
  }
  const frontier = await frontierAt(logs, { institution, published, size: signed.size });
  if (frontier === null || hex(frontierRoot(sha256, frontier)) === signed.root) return { ok: true };
  return {
    ok: false,
    because: `the entries do not lead to the root signed at size ${signed.size}`,
  };
}

/** Null when the published tree is larger: then its own consistency check has covered it. */
export async function frontierAt(
  logs: Pick<LogStore, "entries">,
  at: { institution: string; published: PublishedTree | null; size: number },
): Promise<Frontier | null> {
  const { institution, published, size } = at;
  const from = published?.size ?? 0;
  if (from > size) return null;
  const frontier = parseFrontier(from, published?.frontier ?? new Uint8Array());
  for (let index = from; index < size; index += ENTRIES_AT_A_TIME) {
    const end = Math.min(size, index + ENTRIES_AT_A_TIME);
    for (const entry of await logs.entries(institution, index, end)) {
      appendToFrontier(sha256, frontier, entry.leafHash);
    }
  }
  return frontier;
}
