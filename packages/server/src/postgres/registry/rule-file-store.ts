import type { KeptFile, RuleFileStore } from "../../application/registry/rule-file-store.ts";
import type { Workspaces } from "../accounts/workspace.ts";

export const postgresRuleFileStore = ({ within }: Workspaces): RuleFileStore => ({
  keep: (institution, { sha256, bytes, type, by, at }) =>
    within(institution, async (inside) => {
      await inside.query(
        `insert into rule_files (institution, sha256, bytes, type, kept_by, kept_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [institution, sha256, bytes, type, by, at],
      );
    }),
  kept: (institution, hashes) =>
    within(institution, (inside) =>
      inside.query<KeptFile>(
        `select sha256, bytes, type from rule_files
         where institution = $1 and sha256 = any($2::text[]) order by sha256`,
        [institution, hashes],
      ),
    ),
});
