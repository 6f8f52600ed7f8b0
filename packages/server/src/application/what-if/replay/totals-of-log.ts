import { initialCertificate } from "@suzheng/certification";
import { PERSON_NAMES } from "../../persons/person-mentions.ts";
import type { WhatIfLog } from "../what-if-job.ts";
import { type AttendanceTable, attendanceTable } from "./attendances.ts";
import type { HistoryReader } from "./history-reader.ts";
import { countTotals, type TotalsAt } from "./person-totals.ts";
import { certificateAfter, type PastEntry, readEntry } from "./replayed-stream.ts";

/** Reads a log once to count what every person did; `onPage` says how many entries were read. */
export async function totalsOfLog(
  history: HistoryReader,
  { institution, entries }: WhatIfLog,
  onPage: (read: number) => "go-on" | "stop",
): Promise<TotalsAt | "stopped"> {
  const table = attendanceTable();
  let [name, state] = ["", initialCertificate];
  let read = 0;
  for await (const page of history.pages({ log: institution, entries, after: null })) {
    for (const entry of page.map(readEntry)) {
      if (entry.stream !== name) [name, state] = [entry.stream, initialCertificate];
      if (entry.type === "AuditParticipationReported" && state.known) {
        addAttendance(table, entry, state.holderKey);
      }
      state = certificateAfter(state, entry);
    }
    read += page.length;
    if (onPage(read) === "stop") return "stopped";
  }
  return countTotals(table.close());
}

function addAttendance(
  table: AttendanceTable,
  { index, data, commitments }: PastEntry,
  holder: string,
): void {
  const name = PERSON_NAMES.find((known) => commitments?.[known] !== undefined) ?? "";
  table.add({
    index,
    // Of an entry that names nobody: it is with no other.
    person: commitments?.[name] ?? `entry ${index}`,
    startsAt: String(data.startAt),
    endsAt: String(data.endAt),
    holder,
    number: String(data.certificateNumber),
    stage: String(data.stage),
  });
}
