import type { Day } from "../calendar.ts";
import { type BodyRun, clientOf, emit } from "./body-run.ts";
import { type CertificateReport, certificateCells } from "./certificate-cells.ts";
import type { Line } from "./line.ts";

export type ReportWords = Pick<
  CertificateReport,
  "activity" | "reportType" | "status" | "cells"
> & {
  readonly on: Day;
  readonly decidedOn?: Day;
  readonly deciders?: readonly string[];
  readonly number?: string;
};

export function drawDeciders(run: BodyRun): string[] {
  return [run.random.pick(run.roster.decisionMakers).name];
}

/** Reports a certificate and its children, which follow it in everything. */
export function reportCertificate(run: BodyRun, line: Line, words: ReportWords): void {
  const number = words.number ?? line.number;
  if (number === null) throw new Error(`line ${line.index} has no certificate to report`);
  const cells = certificateCells({
    run,
    line,
    client: clientOf(run, line),
    number,
    activity: words.activity,
    reportType: words.reportType,
    status: words.status,
    deciders: words.deciders ?? drawDeciders(run),
    decidedOn: words.decidedOn ?? words.on,
    cells: words.cells,
  });
  emit(run, { table: "103010", on: words.on, cells });
  for (let child = 1; child <= line.childCount; child++) {
    const own = { CERT_NUMBER: `${number}-${child}`, IS_C_CERTI: "1", M_CERTI_NUM: number };
    const previous = cells.O_CERTI_NUM;
    const reissue = previous === undefined ? {} : { O_CERTI_NUM: `${previous}-${child}` };
    emit(run, { table: "103010", on: words.on, cells: { ...cells, ...own, ...reissue } });
  }
}
