import {
  type Calculation,
  cannotTell,
  inputLine,
  type Line,
  refused,
  UNITS,
} from "./calculation.ts";
import type { AuditTimeTable } from "./calculator-document.ts";

export type CellQuestion = {
  readonly system: AuditTimeTable["columns"][number]["system"];
  readonly risk?: AuditTimeTable["columns"][number]["risk"] | undefined;
  readonly effectivePersonnel: number;
};

export type Cell = { readonly days: number; readonly lines: readonly Line[] };

/** The table's value with where it was read. A band includes both its ends. */
export function findCell(table: AuditTimeTable, question: CellQuestion): Cell | Calculation<never> {
  const { system, effectivePersonnel } = question;
  const lines = [
    inputLine({ zh: "有效人数", en: "effective personnel" }, effectivePersonnel, UNITS.persons),
  ];
  const ofSystem = table.columns.filter((column) => column.system === system);
  const risk = ofSystem.every((column) => column.risk === null) ? null : (question.risk ?? null);
  const column = ofSystem.find((one) => one.risk === risk);
  if (column === undefined) return risk === null ? riskRequired(system) : noColumn(system, risk);
  const index = table.rows.findIndex(({ personsMax }) => effectivePersonnel <= personsMax);
  const row = table.rows[index];
  if (row === undefined) return aboveTable(table, lines);
  const days = row.days[table.columns.indexOf(column)] ?? null;
  const isHere = (one: { personsMax: number; system: string; risk: string | null }) =>
    one.personsMax === row.personsMax && one.system === system && one.risk === risk;
  if (days === null) return disagreement(table.disputed.find(isHere)?.readings ?? [], lines);
  const { source, confidence } = table.confirmed.find(isHere) ?? column;
  const band = `${(table.rows[index - 1]?.personsMax ?? 0) + 1}–${row.personsMax}`;
  const name = risk === null ? system : `${system}/${risk}`;
  const what = {
    zh: `${table.what.zh}：${name}，${band} 人`,
    en: `${table.what.en}: ${name}, ${band} persons`,
  };
  return { days, lines: [...lines, { what, value: days, unit: UNITS.days, source, confidence }] };
}

const riskRequired = (system: string) =>
  refused("risk-required", {
    zh: `${system} 须给出风险或复杂程度（risk）`,
    en: `\`${system}\` needs \`risk\``,
  });

const noColumn = (system: string, risk: string) =>
  refused("no-such-column", {
    zh: `表中没有 ${system} 的 ${risk} 一栏`,
    en: `the table has no column \`${risk}\` for \`${system}\``,
  });

function aboveTable({ rows }: AuditTimeTable, lines: readonly Line[]) {
  const last = rows.at(-1)?.personsMax ?? 0;
  const message = {
    zh: `超过 ${last} 人的，表格只说按规律递推，办法未读到`,
    en: `above ${last} persons the table only says to follow the progression; how was not read`,
  };
  return cannotTell("above-the-table", message, lines);
}

function disagreement(readings: readonly number[], lines: readonly Line[]) {
  const message = {
    zh: `该单元格各来源读数不一（${readings.join("、")}），待与原文核对`,
    en: `the sources disagree on this cell (${readings.join(", ")}); to be compared with the text`,
  };
  return cannotTell("sources-disagree", message, lines);
}
