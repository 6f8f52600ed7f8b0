import { readFile } from "node:fs/promises";
import type { LastSignedStore, SignedTree } from "../application/ledger/last-signed.ts";
import { writeDurably } from "../durable-file.ts";

export function lastSignedFile(file: string): LastSignedStore {
  return {
    async read() {
      let text: string;
      try {
        text = await readFile(file, "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Map();
        throw error;
      }
      return new Map(Object.entries(JSON.parse(text) as Record<string, SignedTree>));
    },
    write: (trees) => writeDurably(file, `${JSON.stringify(Object.fromEntries(trees), null, 1)}\n`),
  };
}
