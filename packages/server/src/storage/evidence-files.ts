import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EvidenceStore } from "../application/registry/evidence-store.ts";
import { writeDurably } from "../durable-file.ts";

const NAME = /^[0-9a-f]{64}$/;

const nameOf = (bytes: string | Uint8Array): string => hash("sha256", bytes, "hex");

function pathOf(folder: string, name: string): string {
  if (!NAME.test(name)) throw new Error(`\`${name}\` names no evidence`);
  return join(folder, "sha256", name.slice(0, 2), name);
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Evidence below one folder, each file named by the SHA-256 of its bytes. */
export function evidenceFiles(folder: string): EvidenceStore {
  async function keep(content: string | Uint8Array, name: string): Promise<void> {
    const file = pathOf(folder, name);
    const present = await readOrNull(file);
    // What lies there damaged is mended, since the content at hand is what the name says.
    if (present !== null && nameOf(present) === name) return;
    await writeDurably(file, content);
  }
  async function getBytes(name: string): Promise<Buffer | null> {
    const bytes = await readOrNull(pathOf(folder, name));
    if (bytes === null) return null;
    if (nameOf(bytes) !== name) throw new Error(`the evidence \`${name}\` is damaged`);
    return bytes;
  }
  return {
    getBytes,
    async put({ text, hash: name }) {
      if (nameOf(text) !== name) throw new Error(`\`${name}\` is not the hash of its text`);
      await keep(text, name);
    },
    async putBytes(bytes) {
      const name = nameOf(bytes);
      await keep(bytes, name);
      return name;
    },
    async get(name) {
      return (await getBytes(name))?.toString("utf8") ?? null;
    },
    async look(name) {
      const bytes = await readOrNull(pathOf(folder, name));
      if (bytes === null) return "missing";
      return nameOf(bytes) === name ? "whole" : "damaged";
    },
  };
}
