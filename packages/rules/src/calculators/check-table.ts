import type { YamlFile, YamlPath } from "../pack/yaml-file.ts";
import type { AuditTimeTable, Calculator } from "./calculator-document.ts";
import type { CalculatorError, CalculatorErrorCode } from "./calculator-error.ts";

type Report = (at: YamlPath, code: CalculatorErrorCode, detail: string) => void;

/** What a schema cannot see: bands in order, a value in each cell, no value that falls. */
export function checkTable({ content, lineOf }: YamlFile<Calculator>): CalculatorError[] {
  if (content.kind !== "audit-time") return [];
  const errors: CalculatorError[] = [];
  const report: Report = (at, code, detail) => {
    const { zh, en } = ADVICE[code] ?? { zh: "更正表格", en: "mend the table" };
    const message = { zh: `${zh}：\`${detail}\``, en: `${en}: \`${detail}\`` };
    errors.push({ file: "calculator.yaml", line: lineOf(["table", ...at]), code, message });
  };
  checkRows(content.table, report);
  checkMarks(content.table, report);
  return errors;
}

const ADVICE: { readonly [C in CalculatorErrorCode]?: { zh: string; en: string } } = {
  "table-order": {
    zh: "人数上限须逐行增大，检查是否漏行或写错",
    en: "personsMax has to grow from row to row; look for a missing or mistyped row",
  },
  "table-width": {
    zh: "每行的值须与栏数相同，补上或去掉",
    en: "a row has one value per column; add or remove",
  },
  "table-falls": {
    zh: "人数增加而人日减少，与来源核对",
    en: "more persons, fewer days; compare with the source",
  },
  "cell-without-value": {
    zh: "单元格为空却未列入 disputed；填值，或列出各来源读数",
    en: "an empty cell is not in disputed; give its value, or list the readings there",
  },
  "cell-of-nothing": {
    zh: "confirmed 须指有值的单元格，disputed 须指空单元格；更正所指",
    en: "confirmed names a cell with a value, disputed an empty one; mend what it names",
  },
};

function checkRows({ columns, rows, disputed }: AuditTimeTable, report: Report): void {
  for (const [index, { personsMax, days }] of rows.entries()) {
    const before = rows[index - 1];
    if (before !== undefined && personsMax <= before.personsMax) {
      report(["rows", index], "table-order", `${before.personsMax}, ${personsMax}`);
    }
    if (days.length !== columns.length) {
      report(["rows", index], "table-width", `${days.length} / ${columns.length}`);
    }
    for (const [column, value] of days.entries()) {
      const at = ["rows", index, "days", column];
      const { system, risk } = columns[column] ?? {};
      const isDisputed = disputed.some(
        (one) => one.personsMax === personsMax && one.system === system && one.risk === risk,
      );
      if (value === null && !isDisputed) report(at, "cell-without-value", `${personsMax}`);
      const least = Math.max(0, ...rows.slice(0, index).map((row) => row.days[column] ?? 0));
      if (value !== null && value < least) report(at, "table-falls", `${least}, ${value}`);
    }
  }
}

function checkMarks({ columns, rows, confirmed, disputed }: AuditTimeTable, report: Report): void {
  const valueAt = (mark: { personsMax: number; system: string; risk: string | null }) => {
    const row = rows.find(({ personsMax }) => personsMax === mark.personsMax);
    const column = columns.findIndex(
      ({ system, risk }) => system === mark.system && risk === mark.risk,
    );
    return row?.days[column];
  };
  for (const [index, mark] of confirmed.entries()) {
    if (typeof valueAt(mark) === "number") continue;
    report(["confirmed", index], "cell-of-nothing", `${mark.system} ${mark.personsMax}`);
  }
  for (const [index, mark] of disputed.entries()) {
    if (valueAt(mark) === null) continue;
    report(["disputed", index], "cell-of-nothing", `${mark.system} ${mark.personsMax}`);
  }
}
