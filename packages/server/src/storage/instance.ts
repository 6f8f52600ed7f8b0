import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createDurably } from "../durable-file.ts";

/**
 * The name of this installation in every log's origin. Without SUZHENG_ORIGIN it follows from the
 * directory's key, so that no two installations share one; once written it never changes, since
 * verifiers pin it. Null when neither name nor key is there.
 */
export async function originOf(
  file: string,
  wished: string | undefined,
  directoryKey: Uint8Array | null,
): Promise<string | null> {
  const known = readName(file);
  if (known !== null || directoryKey === null) return known;
  const id = createHash("sha256").update(directoryKey).digest("hex").slice(0, 12);
  const origin = wished ?? `suzheng-${id}.invalid`;
  const isMine = await createDurably(file, `${origin}\n`);
  return (isMine ? null : readName(file)) ?? origin;
}

function readName(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
