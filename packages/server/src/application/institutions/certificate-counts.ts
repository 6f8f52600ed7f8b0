import type { CertificateCounts, InstitutionCounts } from "@suzheng/api-contract";
import { done } from "../accounts/result.ts";
import { chinaDate } from "../clock.ts";
import { guard } from "../policy/authorise.ts";
import type { InstitutionReader } from "./institution-reader.ts";

export interface CertificateCounter {
  /**
   * How public certificates stand on a day, by what was reported last: of one body or, with null,
   * of every body. One that has none is missing.
   */
  byStatus(on: string, institution: string | null): Promise<Map<string, StatusCounts>>;
  /**
   * Public certificates, valid or suspended on the day, with an obligation due before it. A body
   * whose obligations nobody has worked out yet is missing.
   */
  overdue(on: string, institution: string | null): Promise<Map<string, number>>;
}

export type StatusCounts = CertificateCounts["statuses"];

export type CountingParts = {
  counter: CertificateCounter;
  institutions: InstitutionReader;
  now: () => string;
};

export const NO_CERTIFICATES: StatusCounts = {
  ...{ valid: 0, suspended: 0, withdrawn: 0, cancelled: 0, expired: 0 },
};

/** More bodies than there are. */
const BODIES_MAX = 10_000;

/** Of today; null: no such body. */
export async function certificateCounts(
  { counter, institutions, now }: CountingParts,
  approvalNumber: string,
): Promise<CertificateCounts | null> {
  if ((await institutions.byApprovalNumber(approvalNumber)) === null) return null;
  const on = chinaDate(now());
  const [statuses, overdue] = await Promise.all([
    counter.byStatus(on, approvalNumber),
    counter.overdue(on, approvalNumber),
  ]);
  return countsOf(approvalNumber, { on, statuses, overdue });
}

/** Every body with its counts, by approval number, for who watches over them. */
export const countedBodies = ({ counter, institutions, now }: CountingParts) =>
  guard("body.read", async (_acting, _nothing: null) => {
    const on = chinaDate(now());
    const [bodies, statuses, overdue] = await Promise.all([
      institutions.list({ text: "", after: null, limit: BODIES_MAX }),
      counter.byStatus(on, null),
      counter.overdue(on, null),
    ]);
    return done<InstitutionCounts[]>(
      bodies.map((body) => ({
        ...body,
        counts: countsOf(body.approvalNumber, { on, statuses, overdue }),
      })),
    );
  });

type Counted = {
  on: string;
  statuses: ReadonlyMap<string, StatusCounts>;
  overdue: ReadonlyMap<string, number>;
};

const countsOf = (body: string, { on, statuses, overdue }: Counted): CertificateCounts => ({
  on,
  statuses: statuses.get(body) ?? NO_CERTIFICATES,
  overdue: overdue.get(body) ?? null,
});
