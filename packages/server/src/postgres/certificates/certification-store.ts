import type { PauseState } from "@suzheng/certification";
import type {
  CertificationStore,
  Presence,
  RegisteredInstitution,
  StreamState,
} from "../../application/certification-store.ts";
import type { Database } from "../database.ts";

export type InstitutionRow = {
  approval_number: string;
  name: string;
  name_english: string | null;
  status: RegisteredInstitution["status"];
  fields: string[];
  branches: string[];
  connected_at: Date;
  last_reported_at: Date | null;
  certificates: number;
};

export const toInstitution = (row: InstitutionRow): RegisteredInstitution => ({
  approvalNumber: row.approval_number,
  name: row.name,
  nameEnglish: row.name_english,
  status: row.status,
  fields: row.fields,
  branches: row.branches,
  connectedAt: row.connected_at.toISOString(),
  lastReportedAt: row.last_reported_at?.toISOString() ?? null,
  certificates: row.certificates,
});

export function postgresCertificationStore(database: Database): CertificationStore {
  return {
    async institution(approvalNumber) {
      const [row] = await database.query<InstitutionRow>(
        `select * from institutions where approval_number = $1`,
        [approvalNumber],
      );
      return row === undefined ? null : toInstitution(row);
    },
    async states(institution, streams) {
      const rows = await database.query<{ stream: string; version: number; state: string }>(
        `select s.stream, s.version, s.state
         from string_to_table($2, E'\\n') as k(stream)
         cross join lateral (
           select * from stream_states where institution = $1 and stream = k.stream limit 1
         ) s`,
        [institution, streams.join("\n")],
      );
      const toState = ({ version, state }: (typeof rows)[number]): StreamState => ({
        version,
        state: JSON.parse(state) as unknown,
      });
      return new Map(rows.map((row) => [row.stream, toState(row)]));
    },
    async pauses(institution) {
      // In the words of their index: a range of texts would depend on the database's collation.
      const rows = await database.query<{ state: string }>(
        `select state from stream_states
         where institution = $1 and starts_with(stream, 'pause/') order by stream`,
        [institution],
      );
      // What the domain wrote it can read.
      return rows.map(({ state }) => JSON.parse(state) as PauseState);
    },
    presences: (institution, persons) => presencesOf(database, institution, persons),
    async numbersOfOthers(institution, numbers) {
      const rows = await database.query<{ number: string }>(
        `select c.number from string_to_table($2, E'\\n') as k(number)
         cross join lateral (
           select number from certificates where number = k.number and institution <> $1 limit 1
         ) c`,
        [institution, numbers.join("\n")],
      );
      return new Set(rows.map((row) => row.number));
    },
  };
}

async function presencesOf(
  database: Database,
  institution: string,
  persons: readonly string[],
): Promise<Map<string, Presence[]>> {
  const rows = await database.query<{
    person: string;
    starts_at: string;
    ends_at: string;
    holder: string;
    number: string;
    stage: string;
  }>(
    `select person, starts_at, ends_at, holder, number, stage
     from participations where institution = $1 and person = any($2::text[])`,
    [institution, persons],
  );
  const presences = new Map<string, Presence[]>(persons.map((person) => [person, []]));
  for (const row of rows) {
    presences.get(row.person)?.push({
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      holder: row.holder,
      number: row.number,
      stage: row.stage,
    });
  }
  return presences;
}
