import type { Act } from "@suzheng/api-contract";

/** Where a proven record stands; the hash in base64url, as the verifier gives it. */
export type ProvenRecord = { log: string; stream: string; index: number; leafHash: string };
export type Proven = { number: string | null; records: ProvenRecord[] };
type Shown = { number: string; acts: readonly Pick<Act, "log" | "stream">[] };

export type Sameness = "same" | "other-subject" | "other-records";

/** Base64url, base64 and hex name the same 32 bytes. */
function inHex(hash: string): string {
  if (/^[0-9a-f]{64}$/i.test(hash)) return hash.toLowerCase();
  const bytes = atob(hash.replaceAll("-", "+").replaceAll("_", "/"));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

const placeOf = (log: string, index: number) => `${log} ${index}`;

/**
 * Whether a page shows what its proof proves: the same certificate, each proven record of the
 * certificate, with the same content. Records newer than the proof are not its matter.
 */
export function sameRecords(shown: Shown, proven: Proven): Sameness {
  if (proven.number !== shown.number) return "other-subject";
  const byPlace = new Map(
    proven.records.map((record) => [placeOf(record.log, record.index), record]),
  );
  const newest = Math.max(-1, ...proven.records.map((record) => record.index));
  const differs = shown.acts.some(({ log, stream }) => {
    const record = byPlace.get(placeOf(log.institution, log.index));
    if (!record) return log.index <= newest && proven.records.some((one) => one.stream === stream);
    return inHex(record.leafHash) !== inHex(log.leafHash);
  });
  const places = new Set(shown.acts.map(({ log }) => placeOf(log.institution, log.index)));
  const left = proven.records.some(
    (record) =>
      record.stream === `certificate/${shown.number}` &&
      !places.has(placeOf(record.log, record.index)),
  );
  return differs || left ? "other-records" : "same";
}
