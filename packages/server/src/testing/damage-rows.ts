import { flipByte } from "./damage.ts";
import { certificateNumber } from "./sample-acts.ts";
import { BODY } from "./test-platform.ts";

export type DamageRow = {
  name: string;
  sql?: string;
  file?: [path: string, change: (bytes: Buffer) => Buffer | null];
  /** Kind and place of the first damage that is named. */
  expect: [kind: string, where: string];
};

/** Another character at this place of a text column, whatever stands there. */
const OTHER_AT = (place: number) =>
  `overlay(entry placing case substr(entry, ${place}, 1) when '7' then '8' else '7' end
    from ${place} for 1)`;
const changed = (start: string, digit: string) => start.slice(0, -1) + (digit === "0" ? "1" : "0");
const FLIP = (column: string) => `${column} = set_byte(${column}, 5, get_byte(${column}, 5) # 1)`;
const of = (log: string) => `institution = '${log}'`;
const ENTRY = `${of(BODY)} and index = 17`;
/** The newest entry of its stream. */
const LAST_PLAN = `${of(BODY)} and index = 100`;
const NUMBER = certificateNumber(7);
const LOG = `public/log/${BODY}`;
const DIRECTORY = "public/log/directory";
const SET_CERTIFICATE = (change: string) =>
  `update certificates set ${change} where number = '${NUMBER}'`;

export const damageRows: readonly DamageRow[] = [
  {
    name: "one byte of an entry's text",
    sql: `update entries set entry = ${OTHER_AT(90)} where ${ENTRY}`,
    expect: ["entry-text", "entry 17"],
  },
  {
    name: "a blank added to an entry's text",
    sql: `update entries set entry = entry || ' ' where ${ENTRY}`,
    expect: ["entry-text", "entry 17"],
  },
  {
    name: "one byte of a leaf hash",
    sql: `update entries set ${FLIP("leaf_hash")} where ${ENTRY}`,
    expect: ["leaf-hash", "entry 17"],
  },
  {
    name: "an entry taken out",
    sql: `delete from entries where ${ENTRY}`,
    expect: ["entry-gap", "entry 17"],
  },
  {
    name: "the newest entry taken out",
    sql: `delete from entries where ${of(BODY)} and index = (select max(index) from entries where ${of(BODY)})`,
    expect: ["log-head", "logs.size"],
  },
  {
    name: "an entry rewritten together with its leaf hash",
    sql: `update entries set entry = ${OTHER_AT(90)},
      leaf_hash = sha256('\\x00'::bytea || convert_to(${OTHER_AT(90)}, 'UTF8'))
      where ${ENTRY}`,
    expect: ["bundle", "tile/entries/000"],
  },
  {
    name: "the stream of an entry",
    sql: `update entries set stream = stream || 'x' where ${LAST_PLAN}`,
    expect: ["entry-columns", "entry 100"],
  },
  {
    name: "the version of an entry",
    sql: `update entries set version = 190 where ${LAST_PLAN}`,
    expect: ["entry-columns", "entry 100"],
  },
  {
    name: "the size of a log",
    sql: `update logs set size = size + 1 where ${of(BODY)}`,
    expect: ["log-head", "logs.size"],
  },
  {
    name: "the frontier of a log",
    sql: `update logs set ${FLIP("frontier")} where ${of(BODY)}`,
    expect: ["log-head", "logs.frontier"],
  },
  {
    name: "one byte of a whole tile",
    file: [`${LOG}/tile/0/000`, flipByte(4000)],
    expect: ["tile", "tile/0/000"],
  },
  {
    name: "one byte of a partial tile",
    file: [`${LOG}/tile/0/001.p/146`, flipByte(0)],
    expect: ["tile", "tile/0/001.p/146"],
  },
  {
    name: "one byte of a tile of the next level",
    file: [`${LOG}/tile/1/000.p/1`, flipByte(31)],
    expect: ["tile", "tile/1/000.p/1"],
  },
  {
    name: "a tile taken out",
    file: [`${LOG}/tile/0/000`, () => null],
    expect: ["tile", "tile/0/000"],
  },
  {
    name: "a partial tile taken out",
    file: [`${LOG}/tile/0/001.p/146`, () => null],
    expect: ["tile", "tile/0/001.p/146"],
  },
  {
    name: "one byte of an entry bundle",
    file: [`${LOG}/tile/entries/000`, flipByte(70_000)],
    expect: ["bundle", "tile/entries/000"],
  },
  {
    name: "the length of an entry in a bundle",
    file: [`${LOG}/tile/entries/000`, flipByte(1)],
    expect: ["bundle", "tile/entries/000"],
  },
  {
    name: "bytes behind the last entry of a bundle",
    file: [`${LOG}/tile/entries/000`, (bytes) => Buffer.concat([bytes, Buffer.alloc(9)])],
    expect: ["bundle", "tile/entries/000"],
  },
  {
    name: "a partial bundle cut short",
    file: [`${LOG}/tile/entries/001.p/146`, (bytes) => bytes.subarray(0, -1)],
    expect: ["bundle", "tile/entries/001.p/146"],
  },
  {
    name: "a bundle taken out",
    file: [`${LOG}/tile/entries/001.p/146`, () => null],
    expect: ["bundle", "tile/entries/001.p/146"],
  },
  {
    name: "the published root",
    sql: `update published set ${FLIP("root")} where ${of(BODY)}`,
    expect: ["directory-note", "table published"],
  },
  {
    name: "the time of a log",
    sql: `update logs set recorded_at = '2020-01-01T00:00:00.000Z' where ${of(BODY)}`,
    expect: ["log-head", "logs.recorded_at"],
  },
  {
    name: "the time of the directory",
    sql: `update logs set recorded_at = null where ${of("directory")}`,
    expect: ["log-head", "logs.recorded_at"],
  },
  {
    name: "the published frontier",
    sql: `update published set ${FLIP("frontier")} where ${of(BODY)}`,
    expect: ["published-tree", "published.frontier"],
  },
  {
    name: "the published map root",
    sql: `update published set ${FLIP("map_root")} where ${of(BODY)}`,
    expect: ["directory-note", "table published"],
  },
  {
    name: "one byte of a map tile",
    sql: `update map_tiles set ${FLIP("tile")} where ${of(BODY)} and prefix = '3'`,
    expect: ["map-tile", "map tile `3`"],
  },
  {
    name: "a map tile taken out",
    sql: `delete from map_tiles where ${of(BODY)} and prefix = 'a'`,
    expect: ["map-tile", "map tile `a`"],
  },
  {
    name: "a map tile that no key asks for",
    sql: `insert into map_tiles values ('${BODY}', 'abcdef', '\\x00')`,
    expect: ["map-tile", "map_tiles"],
  },
  {
    name: "the signature of a checkpoint",
    file: [`${LOG}/checkpoint`, flipByte(-20)],
    expect: ["checkpoint", "file checkpoint"],
  },
  {
    name: "the size in a checkpoint",
    file: [`${LOG}/checkpoint`, flipByte(`${"suzheng.example/log/"}${BODY}\n`.length + 1)],
    expect: ["checkpoint", "file checkpoint"],
  },
  {
    name: "a checkpoint taken out",
    file: [`${LOG}/checkpoint`, () => null],
    expect: ["checkpoint", "file checkpoint"],
  },
  {
    name: "another log's checkpoint",
    file: [`${LOG}/checkpoint`, () => Buffer.from("suzheng.example/log/directory\n")],
    expect: ["checkpoint", "file checkpoint"],
  },
  {
    name: "the directory's checkpoint file",
    file: [`${DIRECTORY}/checkpoint`, flipByte(-20)],
    expect: ["checkpoint", "file checkpoint"],
  },
  {
    name: "the directory's checkpoint in the database",
    sql: `update directory_checkpoint set note = replace(note, 'directory', 'directorx')`,
    expect: ["checkpoint", "table directory_checkpoint"],
  },
  {
    name: "the record of what was signed last",
    file: [
      "last-signed.json",
      (text) => Buffer.from(text.toString().replace(/"root": "(.)/, changed)),
    ],
    expect: ["last-signed", "last-signed record"],
  },
  {
    name: "one byte of a directory entry",
    sql: `update entries set entry = ${OTHER_AT(60)}
      where ${of("directory")} and index = 0`,
    expect: ["entry-text", "entry 0"],
  },
  {
    name: "a directory leaf hash",
    sql: `update entries set ${FLIP("leaf_hash")} where ${of("directory")} and index = 0`,
    expect: ["leaf-hash", "entry 0"],
  },
  {
    name: "a map tile of the directory",
    sql: `update map_tiles set ${FLIP("tile")} where ${of("directory")} and prefix = ''`,
    expect: ["map-tile", "map tile ``"],
  },
  {
    name: "a request that points beyond the log",
    sql: `update requests set first_index = first_index + 1 where ${of(BODY)} and request_id = 'withhold'`,
    expect: ["request", "request `test` `withhold`"],
  },
  {
    name: "a value behind a commitment",
    sql: `update personal_values set value = value || '某' where name = 'person.name' and value = '程样例'`,
    expect: ["opening", "personal_values"],
  },
  {
    name: "the salt of a commitment",
    sql: `update personal_values set ${FLIP("salt")} where name = 'decision-maker.0'`,
    expect: ["opening", "personal_values"],
  },
  {
    name: "a stream's state",
    sql: `update stream_states set state = replace(state, '"status":"valid"', '"status":"cancelled"')
      where stream = 'certificate/${NUMBER}'`,
    expect: ["stream-state", `stream_states \`certificate/${NUMBER}\``],
  },
  {
    name: "a state that is no JSON",
    sql: `update stream_states set state = '{' where stream = 'certificate/${NUMBER}'`,
    expect: ["stream-state", `stream_states \`certificate/${NUMBER}\``],
  },
  {
    name: "a stream's version",
    sql: `update stream_states set version = version + 1 where stream = 'certificate/${NUMBER}'`,
    expect: ["stream-state", `stream_states \`certificate/${NUMBER}\``],
  },
  {
    name: "a state taken out",
    sql: `delete from stream_states where stream = 'certificate/${NUMBER}'`,
    expect: ["stream-state", `stream_states \`certificate/${NUMBER}\``],
  },
  {
    name: "a state without entries",
    sql: `insert into stream_states values ('${BODY}', 'certificate/X', 1, '{}')`,
    expect: ["stream-state", "stream_states `certificate/X`"],
  },
  ...[
    "status = 'cancelled'",
    "holder_name = '别家有限公司'",
    "holder_code = 'x'",
    "organisation_code = 'x'",
    "item_code = 'A020101'",
    "issued_on = issued_on + 1",
    "valid_until = valid_until + 1",
    "main_number = 'x'",
    "withheld = true",
    "last_index = last_index + 1",
    "card = replace(card, '样例路 2', '样例路 3')",
    "holder_search = 'x'",
    "holder_initials = 'x'",
    "holder_initials = null",
    "holder_fragments = holder_fragments[2:]",
  ].map(
    (change): DamageRow => ({
      name: `a certificate's ${change.split(" ")[0]}`,
      sql: SET_CERTIFICATE(change),
      expect: ["certificate", `certificates \`${NUMBER}\``],
    }),
  ),
  {
    name: "a certificate no longer withheld",
    sql: `update certificates set withheld = false where number = '${certificateNumber(5)}'`,
    expect: ["certificate", `certificates \`${certificateNumber(5)}\``],
  },
  {
    name: "a certificate's row taken out",
    sql: `delete from certificates where number = '${NUMBER}'`,
    expect: ["certificate", `certificates \`${NUMBER}\``],
  },
  {
    name: "a certificate that was never reported",
    sql: `insert into certificates select (c).* from (
      select jsonb_populate_record(certificates, '{"number": "X1"}') as c from certificates limit 1) t`,
    expect: ["certificate", "certificates `X1`"],
  },
  {
    name: "a certificate's number that is another's",
    sql: `update certificate_numbers set institution = 'CNCA-R-2026-999' where number = '${NUMBER}'`,
    expect: ["certificate", `certificate_numbers \`${NUMBER}\``],
  },
  {
    name: "a number claimed for no certificate",
    sql: `insert into certificate_numbers values ('X1', '${BODY}')`,
    expect: ["certificate", "certificate_numbers `X1`"],
  },
  {
    name: "the end of a participation",
    sql: `update participations set ends_at = '2026-02-28' where number = '${NUMBER}'`,
    expect: ["participation", "participations"],
  },
  {
    name: "a participation taken out",
    sql: `delete from participations where number = '${NUMBER}'`,
    expect: ["participation", "participations"],
  },
  {
    name: "a participation of somebody else",
    sql: `update participations set person = 'somebody'
      where number = '${NUMBER}' and person = (select min(person) from participations)`,
    expect: ["participation", "participations"],
  },
  {
    name: "an institution's name",
    sql: "update institutions set name = '别家'",
    expect: ["institution", `institutions \`${BODY}\``],
  },
  {
    name: "an institution's number of certificates",
    sql: "update institutions set certificates = certificates + 1",
    expect: ["institution", `institutions \`${BODY}\``],
  },
  {
    name: "rows of a log that does not exist",
    sql: `insert into stream_states values ('CNCA-R-2026-999', 'certificate/X', 1, '{}')`,
    expect: ["log-head", "table stream_states"],
  },
];
