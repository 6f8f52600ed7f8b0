import { nobleSha256, parseTrust, verifyBundle } from "@suzheng/verifier";

/** Bundled for the browser: checks a proof as often as asked and tells the milliseconds of each. */
function timeVerification(bundle: string, trustText: string, runs: number): number[] {
  const trust = parseTrust(nobleSha256, trustText);
  if (trust.outcome === "malformed") throw new Error(trust.detail.en);
  return Array.from({ length: runs }, () => {
    const from = performance.now();
    const { outcome } = verifyBundle({ bundle, trust: trust.value, sha256: nobleSha256 });
    if (outcome !== "valid") throw new Error(`the proof is ${outcome}`);
    return performance.now() - from;
  });
}

Object.assign(globalThis, { timeVerification });
