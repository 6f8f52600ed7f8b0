import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CertificateState,
  initialCertificate,
  parseReportRow,
  reportCertificate,
  reportParticipation,
} from "@suzheng/certification";
import type { SectorRow } from "./course/body-run.ts";
import { DEMO_SECTOR } from "./demo-sector.ts";
import { cell, ofTable, readSector } from "./read-sector.fixture.ts";

const personToken = (name: string) => name;

type States = Map<string, CertificateState>;

function decide(states: States, row: SectorRow): void {
  const number = cell(row, "CERT_NUMBER");
  const state = states.get(number) ?? initialCertificate;
  const decision = row.table === "103010" ? certificate(state, row) : participation(state, row);
  assert.equal(decision.outcome, "accept", `${row.reportedOn} ${JSON.stringify(row.cells)}`);
  if (decision.outcome === "accept") states.set(number, decision.state);
}

function certificate(state: CertificateState, row: SectorRow) {
  const parsed = parseReportRow("103010", row.cells);
  assert.ok(parsed.ok);
  return reportCertificate(state, parsed.row, { personToken });
}

function participation(state: CertificateState, row: SectorRow) {
  const parsed = parseReportRow("103011", row.cells);
  assert.ok(parsed.ok);
  return reportParticipation(state, parsed.row, { personId: cell(row, "ID_CODE"), personToken });
}

test("the domain accepts every report of the demo sector, certificates before results", () => {
  const { rows } = readSector(DEMO_SECTOR);
  const states: States = new Map();
  for (const table of ["103010", "103011"]) {
    for (const row of ofTable(rows, table)) decide(states, row);
  }
  assert.ok(states.size > 380);
});

test("the domain accepts a sector with usual faults in the order of reporting", () => {
  const { rows } = readSector({ yearsBack: 4, stockShare: 0.5 });
  const states: States = new Map();
  for (const row of rows) if (row.table !== "102010") decide(states, row);
  assert.ok(states.size > 300);
});
