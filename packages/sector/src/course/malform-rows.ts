import type { Random } from "../random.ts";
import type { SectorRow } from "./body-run.ts";

interface Damage {
  readonly name: string;
  readonly fields: readonly string[];
  breakCell(cell: string): string;
}

const flipLast = (code: string): string => code.slice(0, -1) + (code.endsWith("0") ? "1" : "0");

const DAMAGES: readonly Damage[] = [
  {
    name: "impossible-date",
    fields: ["AUDIT_START_DATE", "AWARD_DATE", "APPR_S_DATE"],
    breakCell: (cell) => `${cell.slice(0, 4)}-13-45`,
  },
  {
    name: "mandatory-empty",
    fields: ["AUDIT_PLAN_CODE", "ORG_NAME", "FULL_NAME"],
    breakCell: () => "",
  },
  { name: "wrong-check-character", fields: ["ORG_CODE"], breakCell: flipLast },
  {
    name: "unknown-code",
    fields: ["CERTI_STATUS", "AUDIT_ACT_TYPE", "QUA_CODE"],
    breakCell: () => "77",
  },
  {
    name: "broken-number",
    fields: ["AUTH_PROJ_CODE", "CERT_NUMBER"],
    breakCell: (cell) => `#${cell}？`,
  },
];

/** Breaks one cell in some of the rows; the other rows stay as they were. */
export function* malformRows(
  rows: Iterable<SectorRow>,
  { random, rate }: { readonly random: Random; readonly rate: number },
): Generator<SectorRow, void, undefined> {
  for (const row of rows) yield rate > 0 && random.chance(rate) ? malform(row, random) : row;
}

function malform(row: SectorRow, random: Random): SectorRow {
  const damage = random.pick(DAMAGES);
  const field = damage.fields.find((name) => row.cells[name]);
  if (field === undefined) return malform(row, random);
  const cells = { ...row.cells, [field]: damage.breakCell(row.cells[field] ?? "") };
  return { ...row, cells, malformed: damage.name };
}
