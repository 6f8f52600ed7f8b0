import type { Database } from "../database.ts";

export type KeptOpening = { commitment: string; value: string };

/** Values behind these commitments of an institution, as far as they are kept. */
export const keptOpenings = (
  database: Database,
  institution: string,
  commitments: readonly string[],
): Promise<KeptOpening[]> =>
  database.query<KeptOpening>(
    `select commitment, value from personal_values
     where institution = $1 and commitment = any($2::text[])`,
    [institution, commitments],
  );
