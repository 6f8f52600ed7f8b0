import type { CertificateSummary } from "@suzheng/api-contract";

const RANK: Record<string, number> = { valid: 0, suspended: 1 };
const rankOf = ({ status }: CertificateSummary) => RANK[status] ?? 2;

/** A page of a list for the eye: the valid ones first, of those the newest. */
export function validFirst(page: readonly CertificateSummary[]): CertificateSummary[] {
  return page.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || other.issuedOn.localeCompare(one.issuedOn),
  );
}
