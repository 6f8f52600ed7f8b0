import type {
  Organisation,
  OrganisationStore,
} from "../../application/accounts/members/member-store.ts";
import type { Database } from "../database.ts";
import { asIdentity } from "./workspace.ts";

/** Public names of institutions, no workspace of anybody. */
export function postgresOrganisationStore(database: Database): OrganisationStore {
  return {
    async get(institution) {
      const [row] = await database.query<Organisation>(
        `select approval_number as institution, name, 'certification-body' as kind
         from institutions where approval_number = $1
         union all
         select institution, name, kind from organisations where institution = $1`,
        [institution],
      );
      return row ?? null;
    },
    async withPeople() {
      const rows = await asIdentity(database, (inside) =>
        inside.query<{ institution: string }>(
          `select institution from memberships where revoked_at is null
           union
           select institution from invitations where accepted_at is null and revoked_at is null
           order by institution`,
        ),
      );
      return rows.map(({ institution }) => institution);
    },
    async register({ institution, kind, name }, at) {
      const added = await database.query(
        `insert into organisations (institution, kind, name, created_at) values ($1, $2, $3, $4)
         on conflict do nothing returning institution`,
        [institution, kind, name, at],
      );
      return added.length > 0 ? "registered" : "known";
    },
  };
}
