import type { SectorRow } from "./course/body-run.ts";
import type { Fault, FaultKind } from "./fault.ts";
import { type SectorOptions, simulateSector } from "./simulate-sector.ts";

export const TODAY = "2026-11-22";

export interface ReadSector {
  readonly rows: readonly SectorRow[];
  readonly faults: readonly Fault[];
}

/** A small sector, read to its end. */
export function readSector(options: Partial<SectorOptions>): ReadSector {
  const sector = simulateSector({
    seed: 1,
    bodies: 3,
    certificates: 300,
    today: TODAY,
    ...options,
  });
  const rows: SectorRow[] = [];
  const faults: Fault[] = [];
  for (const history of sector.histories()) {
    for (const row of history.rows) rows.push(row);
    faults.push(...history.faults);
  }
  return { rows, faults };
}

export const ofKind = (faults: readonly Fault[], kind: FaultKind): Fault[] =>
  faults.filter((fault) => fault.kind === kind);

/** A cell that every row of the table has. */
export function cell(row: SectorRow, field: string): string {
  const value = row.cells[field];
  if (value === undefined) throw new Error(`a row of ${row.table} lacks ${field}`);
  return value;
}

export function groupBy(rows: readonly SectorRow[], key: (row: SectorRow) => string) {
  const groups = new Map<string, SectorRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

export const ofTable = (rows: readonly SectorRow[], table: string): SectorRow[] =>
  rows.filter((row) => row.table === table);
