import type { Platform } from "@suzheng/server";
import { sweepPlatform } from "@suzheng/server";
import { type Bench, count, type Row, scaled } from "../figure.ts";
import {
  connectBodies,
  importFiles,
  TODAY,
  writeReports,
} from "../installations/sector-reports.ts";

const OPEN = 5_000_000;
const DUE = 20_000;
const BODIES = 500;
const SECONDS_MAX = 30;

/**
 * Open obligations as a sweep leaves them, spread over bodies and the coming year. Those to be
 * looked at today come first in the numbering, so they too are of all bodies.
 */
const FILL = `
  insert into obligations (institution, number, rule, requirement, step, version, clause, opens_on,
    due_on, state, next_on)
  select 'CNCA-R-2026-' || (n % ${BODIES}), 'B' || n, 'cnca-qms-01', 'first-surveillance-in-time',
    'surveillance', '2025', '5.4.1.4', $3::date - 335,
    $3::date + 30 + case when n <= $2 then 0 else (n % 300)::int end, 'ahead',
    case when n <= $2 then $3::date else $3::date + 1 + (n % 300)::int end
  from generate_series(1, $1::bigint) n`;

/** The certificates that are due, each first issued so that a reminder falls on today. */
const STANDING = `
  insert into stream_states (institution, stream, version, state)
  select 'CNCA-R-2026-' || (n % ${BODIES}), 'certificate/B' || n, 1,
    (t.state::jsonb || jsonb_build_object('number', 'B' || n,
      'institution', 'CNCA-R-2026-' || (n % ${BODIES}), 'scheme', 'QMS', 'itemCode', 'A010103',
      'status', 'valid', 'cycleStartOn', $2::date - 335, 'issuedOn', $2::date - 335,
      'validUntil', $2::date + 760, 'surveillanceEnds', '[]'::jsonb, 'surveillanceCount', 0))::text
  from generate_series(1, $1::bigint) n,
    (select state from stream_states where stream like 'certificate/%' limit 1) t`;

async function fill(platform: Platform, open: number, due: number): Promise<void> {
  const { database } = platform;
  await database.query("drop index obligations_by_next");
  await database.query("drop index obligations_by_due");
  await database.query(FILL, [open, due, TODAY]);
  await database.query(STANDING, [due, TODAY]);
  await database.query(
    "create index obligations_by_next on obligations (next_on) where next_on is not null",
  );
  await database.query(
    "create index obligations_by_due on obligations (institution, due_on, number)",
  );
  await database.query("vacuum analyze obligations");
  await database.query("vacuum analyze stream_states");
  await database.query("checkpoint");
}

/** The daily round: what is due among everything open is found, judged anew and told. */
export async function figure(bench: Bench): Promise<Row[]> {
  const now = () => `${TODAY}T01:00:00.000Z`;
  const platform = await bench.platforms.open({ now });
  const folder = bench.platforms.folder();
  const { sector, files } = await writeReports(folder, { bodies: 1, certificates: 20 });
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  await sweepPlatform(platform);
  const [open, due] = [scaled(bench, OPEN, 50_000), scaled(bench, DUE, 200)];
  await fill(platform, open, due);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const report = await sweepPlatform(platform);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (report === "somebody-else-sweeps") throw new Error("nobody else is here");
  const again = await sweepPlatform(platform);
  const repeated = again === "somebody-else-sweeps" ? null : again.due + again.messages;
  return [
    {
      figure: "deadline-sweep",
      what: `${count(report.due)} due among ${count(open)} open obligations of ${BODIES} bodies`,
      measured: `${seconds.toFixed(1)} s, ${count(report.due / seconds)} certificates/s`,
      limit: "",
      target: `${SECONDS_MAX} s`,
      met: seconds < SECONDS_MAX && report.due === due,
      notes: [
        `${count(report.messages)} messages; a second sweep finds ${repeated}; ` +
          `${((user + system) / 1e6).toFixed(1)} s of processor time beside the database; rows made by SQL`,
      ],
    },
  ];
}
