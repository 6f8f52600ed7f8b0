import { certificateStream, type KnownCertificate } from "@suzheng/certification";
import type { Pause } from "@suzheng/rules";
import type {
  LogPosition,
  ObligationStore,
  Swept,
} from "../../application/obligations/obligation-store.ts";
import type { StandingCertificate } from "../../application/obligations/obligations-on.ts";
import type { CertificateRef } from "../../application/obligations/open-obligation.ts";
import { acrossInstitutions } from "../accounts/workspace.ts";
import type { Database } from "../database.ts";
import { storeSwept } from "./store-swept.ts";

/** Any fixed number: one sweep at a time over the whole database. */
const SWEEP_LOCK = 7_305_306;

const CERTIFICATE_STREAM = certificateStream("");

const BEHIND = `
  select institution, size, wanted as rules,
    case when p.rules = wanted then p.next_index else 0 end as "nextIndex"
  from (
    select institution, size, $1 || '/' ||
      (select count(*) from pauses where pauses.institution = logs.institution) as wanted
    from logs
  ) l left join obligation_positions p using (institution)
  where p.rules is distinct from wanted or p.next_index < size
  order by institution`;

const TOUCHED = `
  select index, stream from entries where institution = $1 and index >= $2
  order by index limit $3`;

const DUE = `
  select institution, number from obligations where next_on <= $1 limit $2`;

const STANDING = `
  select k.institution, k.number, s.state, c.card::jsonb ->> 'district' as district,
    c.holder_name as holder
  from unnest($1::text[], $2::text[]) as k(institution, number)
  join stream_states s on s.institution = k.institution and s.stream = '${CERTIFICATE_STREAM}' || k.number
  left join certificates c on c.institution = k.institution and c.number = k.number`;

type StandingRow = Omit<StandingCertificate, "state"> & { state: string };

const columnsOf = (certificates: readonly CertificateRef[]): string[][] => [
  certificates.map(({ institution }) => institution),
  certificates.map(({ number }) => number),
];

export function postgresObligationStore(database: Database): ObligationStore {
  return {
    alone: (work) =>
      database.transaction(async (holding) => {
        const [row] = await holding.query<{ free: boolean }>(
          "select pg_try_advisory_xact_lock($1) as free",
          [SWEEP_LOCK],
        );
        return row?.free === true ? work() : "somebody-else-sweeps";
      }),
    behind: (rules) =>
      acrossInstitutions(database, (inside) => inside.query<LogPosition>(BEHIND, [rules])),
    async touchedFrom({ institution, nextIndex }, entriesMax) {
      const rows = await database.query<{ index: number; stream: string }>(TOUCHED, [
        institution,
        nextIndex,
        entriesMax,
      ]);
      const streams = new Set(rows.map(({ stream }) => stream));
      const certificates = [...streams].flatMap((stream) =>
        stream.startsWith(CERTIFICATE_STREAM)
          ? [{ institution, number: stream.slice(CERTIFICATE_STREAM.length) }]
          : [],
      );
      return { certificates, nextIndex: (rows.at(-1)?.index ?? nextIndex) + 1 };
    },
    async due(today, limit) {
      const rows = await acrossInstitutions(database, (inside) =>
        inside.query<CertificateRef>(DUE, [today, limit]),
      );
      const byKey = new Map(rows.map((row) => [`${row.institution}\n${row.number}`, row]));
      return [...byKey.values()];
    },
    async standing(certificates) {
      const rows = await database.query<StandingRow>(STANDING, columnsOf(certificates));
      return rows.map(
        ({ state, ...row }): StandingCertificate => ({
          ...row,
          // What the domain wrote it can read.
          state: JSON.parse(state) as KnownCertificate,
        }),
      );
    },
    async pauses(institutions) {
      const rows = await acrossInstitutions(database, (inside) =>
        inside.query<{ institution: string; pause: Pause }>(
          "select institution, pause from pauses where institution = any($1) order by id",
          [institutions],
        ),
      );
      return new Map(
        [...Map.groupBy(rows, ({ institution }) => institution)].map(([institution, group]) => [
          institution,
          group.map(({ pause }) => pause),
        ]),
      );
    },
    store: (swept: Swept, madeAt) =>
      acrossInstitutions(database, (inside) => storeSwept(inside, swept, madeAt)),
  };
}
