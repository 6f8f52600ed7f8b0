import { certificateStream } from "@suzheng/certification";
import { type Bundle, encodeBundle } from "@suzheng/log-format";
import type { Prover } from "../ledger/proofs.ts";
import type { CertificateReader } from "./certificate-reader.ts";
import { type Lookup, type LookupParts, lookUpCertificate } from "./look-up-certificate.ts";
import { streamsOf } from "./trace-certificate.ts";

export type ProofResult =
  | { outcome: "proved"; text: string }
  | { outcome: "not-published" }
  | { outcome: "not-found"; lookup: Extract<Lookup, { found: false }> };

/** The proof file of a certificate: its history, and that nothing later was recorded. */
export async function proveCertificate(
  parts: LookupParts & { prover: Prover; reader: CertificateReader },
  number: string,
): Promise<ProofResult> {
  const record = await parts.reader.byNumber(number);
  if (record === null || record.withheld) {
    const lookup = await lookUpCertificate(parts, number, { on: null, knownAt: null });
    if (!lookup.found) return { outcome: "not-found", lookup };
  }
  // Recorded between the two looks: it is not published yet.
  if (record === null) return { outcome: "not-published" };
  const bundle = await parts.prover.prove(number, record.institution, streamsOf(record));
  return bundle === null || !holdsHistory(bundle)
    ? { outcome: "not-published" }
    : { outcome: "proved", text: encodeBundle(bundle) };
}

/** False for the moment between recording a new certificate and its first publication. */
const holdsHistory = ({ logs }: Bundle): boolean =>
  logs.some(({ streams }) => streams.some(({ events }) => events.length > 0));

/**
 * Signed and dated, that the body whose numbers begin like this one has recorded nothing under it.
 * "not-found" when no connected body answers for the number; then there is no log to prove it from.
 */
export async function proveAbsence(
  parts: LookupParts & { prover: Prover },
  number: string,
): Promise<ProofResult | { outcome: "recorded" }> {
  const lookup = await lookUpCertificate(parts, number, { on: null, knownAt: null });
  if (lookup.found || lookup.code !== "certificate-never-recorded") {
    return lookup.found ? { outcome: "recorded" } : { outcome: "not-found", lookup };
  }
  if (lookup.issuer === null) return { outcome: "not-found", lookup };
  const { approvalNumber } = lookup.issuer;
  const bundle = await parts.prover.prove(number, approvalNumber, [certificateStream(number)]);
  if (bundle === null || holdsHistory(bundle)) return { outcome: "not-published" };
  return { outcome: "proved", text: encodeBundle(bundle) };
}
