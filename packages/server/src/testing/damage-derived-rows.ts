import { certificateNumber } from "./sample-acts.ts";
import { BODY } from "./test-platform.ts";

export const RULE = "sample-service";
export const PAUSE = "pause-1";

export type DerivedDamageRow = {
  name: string;
  sql: string;
  /** Kind and place of the first damage that is named, and part of what is found. */
  expect: [kind: string, where: string, found?: string];
};

const of = `institution = '${BODY}'`;
const NUMBER = certificateNumber(7);

const ruleRows: DerivedDamageRow[] = [
  ["title", "title = 'x'"],
  ["number", "number = 'x'"],
  ["published_version", "published_version = null"],
  ["last_index", "last_index = last_index - 1"],
].map(([column = "", change = ""]) => ({
  name: `a rule's ${column}`,
  sql: `update rules set ${change} where ${of} and rule = '${RULE}'`,
  expect: ["rule", `rules \`${RULE}\``, `${column} = `],
}));

const versionRows: DerivedDamageRow[] = [
  ["last_index", "last_index = last_index - 1"],
  ["clauses", `clauses = jsonb_set(clauses, '{1,text,zh}', '"x"')`],
  ["clauses", "clauses = '[]'"],
  ["in_force_from", "in_force_from = in_force_from + 1"],
  ["state", "state = 'filed'"],
].map(([column = "", change = ""]) => ({
  name: `a rule version: ${change}`,
  sql: `update rule_versions set ${change} where ${of} and rule = '${RULE}'`,
  expect: ["rule", `rule_versions \`${RULE} 1\``, `${column} = `],
}));

const ADDRESS = `${BODY}/${RULE}`;
const indexedRows: DerivedDamageRow[] = [
  "content_hash = 'x'",
  "state = 'cancelled'",
  "number = 'x'",
  "title_zh = 'x'",
  "title_en = 'x'",
  "issuer_zh = 'x'",
  "issuer_en = 'x'",
  "issuer_search = 'x'",
  "category = 'x'",
  "fields = '{A99}'",
  "kinds = '{gate}'",
  "in_force_from = in_force_from + 1",
  "in_force_until = '2030-01-01'",
  "head_search = 'x'",
  "institution = null",
].map((change) => ({
  name: `the search's ${change}`,
  sql: `update rule_search_versions set ${change} where rule = '${ADDRESS}'`,
  expect: ["rule-index", `rule_search_versions \`${ADDRESS} 1\``, change.split(" ")[0] ?? ""],
}));

const clauseRows: DerivedDamageRow[] = [
  "text_zh = '可以不满足'",
  "title_zh = 'x'",
  "clause = '9'",
  "search = 'x'",
  "grams = grams[2:]",
].map((change) => ({
  name: `a clause in the search: ${change}`,
  sql: `update rule_search_wordings set ${change} where rule = '${ADDRESS}' and clause = '2'`,
  expect: [
    "rule-index",
    `rule_search_wordings \`${ADDRESS} 1\` clause 2`,
    change.split(" ")[0] ?? "",
  ],
}));

const CLAUSE = `rule_search_clauses \`${ADDRESS} 1\` clause 2`;
const placeRows: DerivedDamageRow[] = [
  {
    name: "a clause of the search that is of another kind",
    sql: `update rule_search_clauses set kinds = '{limit}' where rule = '${ADDRESS}' and position = 2`,
    expect: ["rule-index", CLAUSE, "kinds = "],
  },
  {
    name: "a clause that search does not find",
    sql: `delete from rule_search_clauses where rule = '${ADDRESS}' and position = 2`,
    expect: ["rule-index", CLAUSE, "no row"],
  },
  {
    name: "a clause that search finds and nobody filed",
    sql: `insert into rule_search_clauses select rule, version, 3, wording, kinds
      from rule_search_clauses where rule = '${ADDRESS}' and position = 2`,
    expect: ["rule-index", `rule_search_clauses \`${ADDRESS} 1\` clause 3`, "a row"],
  },
  {
    name: "a wording taken out",
    sql: `delete from rule_search_wordings where rule = '${ADDRESS}' and clause = '2'`,
    expect: ["rule-index", `rule_search_wordings \`${ADDRESS} 1\` clause 2`, "no row"],
  },
  {
    name: "a wording that no clause has",
    sql: `insert into rule_search_wordings select rule, '\\x00', clause, title_zh, title_en, text_zh,
      text_en, search, grams from rule_search_wordings where rule = '${ADDRESS}' and clause = '2'`,
    expect: ["rule-index", `rule_search_wordings \`${ADDRESS} 00\``],
  },
  {
    name: "a published version that search does not find",
    sql: `delete from rule_search_versions where rule = '${ADDRESS}'`,
    expect: ["rule-index", `rule_search_versions \`${ADDRESS} 1\``, "no row"],
  },
  {
    name: "a version that search finds before it is published",
    sql: `insert into rule_search_versions select '${BODY}/filed-only', version, content_hash, state,
        institution, number, title_zh, title_en, issuer_zh, issuer_en, issuer_search, category,
        fields, kinds, in_force_from, in_force_until, head_search
      from rule_search_versions where rule = '${ADDRESS}'`,
    expect: ["rule-index", `rule_search_versions \`${BODY}/filed-only 1\``, "a row"],
  },
  {
    name: "a version in the search that was never filed",
    sql: `update rule_search_versions set version = '2' where rule = '${ADDRESS}'`,
    expect: ["rule-index", `rule_search_versions \`${ADDRESS} 1\``, "no row"],
  },
  {
    name: "a rule's row taken out",
    sql: `delete from rules where ${of} and rule = '${RULE}'`,
    expect: ["rule", `rules \`${RULE}\``, "no row"],
  },
  {
    name: "a rule that was never filed",
    sql: `insert into rules select institution, 'x', title, number, published_version, last_index
      from rules where rule = '${RULE}'`,
    expect: ["rule", "rules `x`", "a row"],
  },
];

const PLACE = `pauses \`${PAUSE}\``;
const SET_PAUSE = (path: string, value: string) =>
  `update pauses set pause = jsonb_set(pause, '{${path}}', '${value}') where ${of}`;

const pauseRows: DerivedDamageRow[] = [
  ["requirements", '["x"]'],
  ["regions", '"all"'],
  ["from", '"2026-01-01"'],
  ["until", '"2027-12-31"'],
  ["reason", '"x"'],
  ["approvedBy", '"x"'],
  ["institutions", `["${BODY}"]`],
].map(([field = "", value = ""]) => ({
  name: `a pause's ${field}`,
  sql: SET_PAUSE(field, value),
  expect: ["pause", PLACE, `${field} = `],
}));

const restRows: DerivedDamageRow[] = [
  {
    name: "a pause taken out",
    sql: `delete from pauses where ${of}`,
    expect: ["pause", PLACE, "no row"],
  },
  {
    name: "a pause that nobody approved",
    sql: `insert into pauses select institution, 'x', pause from pauses where ${of}`,
    expect: ["pause", "pauses `x`", "a row"],
  },
  {
    name: "an obligation of a certificate that was never reported",
    sql: `update obligations set number = 'X1' where ${of} and number = '${NUMBER}'`,
    expect: ["obligation", "obligations `X1 "],
  },
  {
    name: "obligations looked at beyond the log",
    sql: `update obligation_positions set next_index = next_index + 1000 where ${of}`,
    expect: ["obligation", "obligation_positions.next_index", "beyond"],
  },
  {
    name: "an obligation of a body without a log",
    sql: `update obligations set institution = 'CNCA-R-2026-999' where ${of}`,
    expect: ["log-head", "table obligations"],
  },
];

export const derivedDamageRows: readonly DerivedDamageRow[] = [
  ...ruleRows,
  ...versionRows,
  ...indexedRows,
  ...clauseRows,
  ...placeRows,
  ...pauseRows,
  ...restRows,
];
