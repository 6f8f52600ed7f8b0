import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "@suzheng/server";
import { initialsOf } from "../../packages/server/src/application/certificates/holder-initials.ts";
import { type Bench, scaled } from "../figure.ts";
import { connectBodies, importFiles, writeReports } from "./sector-reports.ts";

const CERTIFICATES = 1_000_000;
const TEMPLATES = 3000;
const BODIES = 12;

export type ManyCertificates = {
  platform: Platform;
  certificates: number;
  folder: string;
  /** File of every certificate's path under `/api/v1`, in no order. */
  pathsFile: string;
};

/**
 * Really imported certificates, multiplied: a number of its own for each, and a holder name of a
 * place, a word of three characters drawn unevenly from 2,500 (some in many names, most in few), a
 * trade and a form. The characters of a word are multiples of primes modulo a large one, cubed, so
 * that every run has the same.
 */
const MULTIPLY = `
  with numbered as (select t.*, row_number() over (order by number) - 1 as place from certificates t),
  named as (
    select t.*, n, substr(t.holder_name, 1, 2)
        || chr(19968 + (2500 * power(((n * 7919) % 1000003) / 1000003.0, 3))::int)
        || chr(19968 + (2500 * power(((n * 104729) % 999983) / 999983.0, 3))::int)
        || chr(19968 + (2500 * power(((n * 1299709) % 999979) / 999979.0, 3))::int)
        || substr(t.holder_name, 6) as name,
      substr(t.holder_initials, 1, 2)
        || ($3::text[])[1 + (2500 * power(((n * 7919) % 1000003) / 1000003.0, 3))::int]
        || ($3::text[])[1 + (2500 * power(((n * 104729) % 999983) / 999983.0, 3))::int]
        || ($3::text[])[1 + (2500 * power(((n * 1299709) % 999979) / 999979.0, 3))::int]
        || substr(t.holder_initials, 6) as initials,
      substr(t.number, 1, 6) || lpad(n::text, 7, '0') || 'R0S' as new_number
    from generate_series(1, $1::bigint) n join numbered t on t.place = n % $2::bigint
  )
  insert into certificates
  select institution, new_number, name, holder_code, organisation_code, item_code, status, issued_on,
    valid_until, null, false, last_index,
    replace(replace(card, '"' || number || '"', '"' || new_number || '"'), holder_name, name), name,
    array(select distinct substr(name, i, 2) from generate_series(1, length(name) - 1) i)
      || array(select distinct substr(initials, i, 3) from generate_series(1, length(initials) - 2) i),
    initials
  from named`;

/** By the place of the character in the word. */
const INITIALS = Array.from({ length: 2501 }, (_, i) => initialsOf(String.fromCharCode(19968 + i)));

let filled: Promise<ManyCertificates> | undefined;

/**
 * Filled once for the figures of a group, by SQL and not through the ledger: only reading is
 * measured.
 */
export function manyCertificates(bench: Bench): Promise<ManyCertificates> {
  filled ??= fill(bench);
  return filled;
}

async function fill(bench: Bench): Promise<ManyCertificates> {
  const certificates = scaled(bench, CERTIFICATES, 10_000);
  const platform = await bench.platforms.open();
  const folder = bench.platforms.folder();
  const size = { bodies: BODIES, certificates: TEMPLATES };
  const { sector, files } = await writeReports(folder, size);
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  const { database } = platform;
  await database.query("delete from certificates where main_number is not null");
  const [found] = await database.query<{ templates: number }>(
    "select count(*) as templates from certificates",
  );
  const templates = found?.templates ?? 0;
  await database.query("drop index certificates_by_holder");
  await database.query(MULTIPLY, [certificates - templates, templates, INITIALS]);
  await database.query(
    "create index certificates_by_holder on certificates using gin (holder_fragments) with (fastupdate = on)",
  );
  await database.query("vacuum analyze certificates");
  await database.query("checkpoint");
  const pathsFile = join(folder, "paths");
  const rows = await database.query<{ number: string }>(
    "select number from certificates order by hashtext(number)",
  );
  writeFileSync(
    pathsFile,
    rows.map(({ number }) => `/api/v1/certificates/${encodeURIComponent(number)}`).join("\n"),
  );
  return { platform, certificates, folder, pathsFile };
}
