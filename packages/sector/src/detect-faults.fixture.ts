import { addYears, dayOf, isoOf } from "./calendar.ts";
import type { SectorRow } from "./course/body-run.ts";
import type { FaultKind } from "./fault.ts";
import { cell, groupBy, ofTable } from "./read-sector.fixture.ts";

/** Finds faults from rows alone, as rules would: kind, and the certificate or plan it shows in. */
export function detectFaults(rows: readonly SectorRow[]): Map<FaultKind, Set<string>> {
  const certificates = ofTable(rows, "103010").filter((row) => cell(row, "IS_C_CERTI") === "0");
  const results = groupBy(ofTable(rows, "103011"), (row) => cell(row, "CERT_NUMBER"));
  return new Map<FaultKind, Set<string>>([
    ["person-days-cut", cutPersonDays(certificates)],
    ["decision-maker-in-team", decidersInTeam(certificates, results)],
    ["stage-one-missing", stageOneMissing(results)],
    ["stage-gap-zero", stageGapZero(results)],
    ["recertification-after-expiry", lateRecertifications(certificates, rows)],
    ["surveillance-overdue", overdue(certificates)],
    ["late-report", lateReports(certificates)],
    ["double-booking", doubleBookings(rows)],
  ]);
}

const numbers = (rows: readonly SectorRow[]) =>
  new Set(rows.map((row) => cell(row, "CERT_NUMBER")));
const isAudit = (row: SectorRow) => cell(row, "APPR_AC_CODE") !== "05";

function cutPersonDays(rows: readonly SectorRow[]): Set<string> {
  return numbers(
    rows.filter(
      (row) =>
        isAudit(row) && Number(cell(row, "CHK_PD_NUM")) < 0.7 * Number(cell(row, "BASE_PD_NUM")),
    ),
  );
}

type Results = ReadonlyMap<string, readonly SectorRow[]>;

function decidersInTeam(rows: readonly SectorRow[], results: Results): Set<string> {
  const broken = rows.filter((row) => {
    if (!isAudit(row)) return false;
    const deciders = cell(row, "CHK_P_LIST").split("；");
    const team = results.get(cell(row, "CERT_NUMBER")) ?? [];
    return team
      .filter((member) => member.reportedOn === row.reportedOn)
      .some((member) => deciders.includes(cell(member, "FULL_NAME")));
  });
  return numbers(broken);
}

const stage = (rows: readonly SectorRow[], code: string) =>
  rows.find((row) => cell(row, "APPR_STAGE") === code);

function stageOneMissing(results: Results): Set<string> {
  const found = [...results].filter(([, rows]) => stage(rows, "0102") && !stage(rows, "0101"));
  return new Set(found.map(([number]) => number));
}

function stageGapZero(results: Results): Set<string> {
  const found = [...results].filter(([, rows]) => {
    const [one, two] = [stage(rows, "0101"), stage(rows, "0102")];
    if (!one || !two) return false;
    const ended = dayOf(cell(one, "APPR_E_DATE").slice(0, 10));
    return dayOf(cell(two, "APPR_S_DATE").slice(0, 10)) - ended < 5;
  });
  return new Set(found.map(([number]) => number));
}

function lateRecertifications(rows: readonly SectorRow[], all: readonly SectorRow[]) {
  const byNumber = groupBy(ofTable(all, "103010"), (row) => cell(row, "CERT_NUMBER"));
  const late = rows
    .filter((row) => cell(row, "APPR_AC_CODE") === "02")
    .map((row) => ({ start: cell(row, "APPR_S_DATE"), old: row.cells.O_CERTI_NUM ?? "" }))
    .filter(({ start, old }) => {
      const previous = byNumber.get(old)?.[0];
      return previous !== undefined && start > cell(previous, "CERTI_E_DATE");
    });
  return new Set(late.map(({ old }) => old));
}

/** A certificate older than the story first shows up with its issue date, not its last audit. */
const knowsReference = (first: SectorRow): boolean =>
  cell(first, "SUSE_TIMES") === (cell(first, "APPR_AC_CODE") === "03" ? "1" : "0");

/** More than twelve months after the issue or the last surveillance, and never suspended. */
function overdue(rows: readonly SectorRow[]): Set<string> {
  const found = new Set<string>();
  for (const [number, history] of groupBy(rows, (row) => cell(row, "CERT_NUMBER"))) {
    let reference = cell(history[0] as SectorRow, "AWARD_DATE");
    let isKnown = knowsReference(history[0] as SectorRow);
    for (const row of history) {
      if (cell(row, "APPR_AC_CODE") !== "03") continue;
      const dueOn = isoOf(addYears(dayOf(reference), 1));
      const wasSuspended = history.some(({ cells }) => cells.CERTI_STATUS === "02");
      if (isKnown && !wasSuspended && cell(row, "APPR_S_DATE") > dueOn) found.add(number);
      reference = cell(row, "APPR_E_DATE");
      isKnown = true;
    }
  }
  return found;
}

function lateReports(rows: readonly SectorRow[]): Set<string> {
  return numbers(
    rows.filter((row) => {
      const decided = new Date(`${cell(row, "APP_ASS_DATE")}T00:00:00Z`);
      const due = Date.UTC(decided.getUTCFullYear(), decided.getUTCMonth() + 1, 10);
      return isAudit(row) && Date.parse(`${row.reportedOn}T00:00:00Z`) > due;
    }),
  );
}

/** Codes of the later of two overlapping plans that name the same person at different clients. */
function doubleBookings(rows: readonly SectorRow[]): Set<string> {
  const found = new Set<string>();
  const newest = new Map<string, SectorRow[]>();
  for (const plan of ofTable(rows, "102010")) {
    for (const member of cell(plan, "AUDIT_INSPECTOR").split("；")) {
      const [identity = ""] = member.split("，");
      const earlier = newest.get(identity) ?? [];
      const collides = earlier.some(
        (other) =>
          cell(other, "AUDIT_END_DATE") > cell(plan, "AUDIT_START_DATE") &&
          cell(other, "ORG_CODE") !== cell(plan, "ORG_CODE"),
      );
      if (collides) found.add(cell(plan, "AUDIT_PLAN_CODE"));
      newest.set(identity, [...earlier, plan]);
    }
  }
  return found;
}
