import type { ImportRunPage } from "@suzheng/api-contract";
import { done, type Result, refused } from "../accounts/result.ts";
import type { CertificationStore } from "../certification-store.ts";
import { BY_A_PERSON } from "../ledger/ledger.ts";
import { cursorOf, type PageRequest } from "../page-cursor.ts";
import { guard } from "../policy/authorise.ts";
import type { TokenOwner } from "../tokens.ts";
import type { ImportRuns } from "./import-runs.ts";

/**
 * Who may hand in reports, and for which body only. `submitter` stands in every entry, for
 * everybody and for ever; `handedInBy` with the run, for the body.
 */
export type Reporter = { institution: string; submitter: string; handedInBy: string };

export const reporterByToken = ({ institution, id }: TokenOwner): Reporter => ({
  institution,
  submitter: `token:${id}`,
  handedInBy: `token:${id}`,
});

/** A person who acts for a connected body and may hand in for it. */
export const reporterByRole = (store: Pick<CertificationStore, "institution">) =>
  guard(
    "report.import",
    async ({ actor, institution }, _nothing: null): Promise<Result<Reporter>> => {
      const body = await store.institution(institution);
      if (body === null) return refused("institution-not-reporting");
      const handedInBy = `account:${actor.account}`;
      return done({ institution, submitter: BY_A_PERSON, handedInBy });
    },
  );

/** Runs of the body, newest first, with who handed in. */
export async function listImports(
  imports: ImportRuns,
  { institution }: Reporter,
  { limit, cursor }: PageRequest,
): Promise<ImportRunPage> {
  // One more than asked tells whether there is another page.
  const rows = await imports.list(institution, { limit: limit + 1, before: cursor });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { items, next: isMore ? cursorOf({ at: last.startedAt, id: last.id }) : null };
}
