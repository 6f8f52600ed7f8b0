import { apiPaths } from "../api/paths.ts";
import type { ProofFile } from "./check-proof.ts";

export type TrustList = {
  text: string;
  source: { from: "site" } | { from: "copy"; at: string } | { from: "file"; name: string };
};

/** The exact text of a JSON answer; null when it did not arrive. */
export async function textOf(
  path: string,
): Promise<{ text: string; cachedAt: string | null } | null> {
  try {
    const response = await fetch(path);
    if (!response.ok) return null;
    const cachedAt = response.headers.get("x-suzheng-cached-at");
    return { text: await response.text(), cachedAt };
  } catch {
    return null; // No network and no copy: the caller says that nothing was checked.
  }
}

export async function fetchTrust(): Promise<TrustList | null> {
  const found = await textOf(apiPaths.trust);
  if (!found) return null;
  const { text, cachedAt } = found;
  return { text, source: cachedAt ? { from: "copy", at: cachedAt } : { from: "site" } };
}

/** The proof file at a path of the API, with the trust list to check it by. */
export async function fetchProof(path: string): Promise<ProofFile | null> {
  const [proof, trust] = await Promise.all([textOf(path), fetchTrust()]);
  return proof && trust ? { bundle: proof.text, trust: trust.text } : null;
}
