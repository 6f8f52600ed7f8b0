import { inventedApprovalNumber } from "./invented-codes.ts";
import { BODY_FIRST, BODY_LAST } from "./words/company-words.ts";

/** A certification body of the simulated sector. */
export interface Institution {
  readonly approvalNumber: string;
  readonly name: string;
  readonly nameEnglish: string;
  readonly fields: readonly string[];
  readonly branches: readonly string[];
}

const BRANCH_TOWNS = ["华东", "华南", "西南", "华北"];

export function inventedInstitution(index: number): Institution {
  // 28 and 29 have no common divisor, so walking both lists meets every pair before repeating.
  const first = BODY_FIRST[index % BODY_FIRST.length] ?? ["砚", "Yan"];
  const last = BODY_LAST[index % BODY_LAST.length] ?? ["尺", "chi"];
  const branches = BRANCH_TOWNS.slice(0, index % (BRANCH_TOWNS.length + 1));
  return {
    approvalNumber: inventedApprovalNumber(index),
    name: `${first[0]}${last[0]}认证有限公司`,
    nameEnglish: `${first[1]}${last[1]} Certification Co., Ltd.`,
    fields: ["A01", "A02", "A03"],
    branches: branches.map((town) => `${town}分公司`),
  };
}

/** Shares out certificates: a few large bodies, many small ones, each with at least one. */
export function certificatesPerBody(bodies: number, certificates: number): number[] {
  const weights = Array.from({ length: bodies }, (_, index) => 1 / (index + 1) ** 0.8);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = certificates - bodies;
  const shares = weights.map((weight) => 1 + Math.floor((spare * weight) / total));
  const left = certificates - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index < left ? share + 1 : share));
}
