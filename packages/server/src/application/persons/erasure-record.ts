/**
 * What is kept of an erasure, outside the installation: a backup from before it brings the values
 * back, and with this they are erased again. Commitments only, so it tells of nobody.
 */
export type ErasureRecord = {
  format: "suzheng-erasure/1";
  institution: string;
  erasedAt: string;
  /** Of the values that were erased, sorted. */
  commitments: readonly string[];
};

const FORMAT = "suzheng-erasure/1";
const COMMITMENT = /^[A-Za-z0-9_-]{43}$/;

export const erasureRecordText = (record: ErasureRecord): string =>
  `${JSON.stringify(record, null, 2)}\n`;

/** Null: this is not the record of an erasure. */
export function readErasureRecord(text: string): ErasureRecord | null {
  const read = parsed(text);
  if (read === null || read.format !== FORMAT) return null;
  const { institution, erasedAt, commitments } = read;
  if (typeof institution !== "string" || typeof erasedAt !== "string") return null;
  if (!Array.isArray(commitments) || !commitments.every(isCommitment)) return null;
  return { format: FORMAT, institution, erasedAt, commitments };
}

const isCommitment = (value: unknown): value is string =>
  typeof value === "string" && COMMITMENT.test(value);

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    // What is no object has none of the fields.
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
