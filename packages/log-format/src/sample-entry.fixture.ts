import type { Entry } from "./entry.ts";

/** An entry with every field; a test states what differs. */
export const sampleEntry = (change: Partial<Entry> = {}): Entry => ({
  format: "suzheng-entry/1",
  log: "CNCA-R-2099-001",
  stream: "certificate/09926Q10001R0S",
  version: 2,
  previous: { index: 3, hash: "JQbuTdUR5qPMNl8bJY6R0zv1xVbWI4BRdCgb8XaHZf0" },
  type: "CertificateReported",
  schema: 1,
  occurredOn: "2026-07-01",
  recordedAt: "2026-07-01T04:00:00.000Z",
  submitter: "cli",
  data: { number: "09926Q10001R0S", status: "suspended", headcount: 120, days: 2.5, sites: [] },
  commitments: { "person.name": "A".repeat(43) },
  judged: [
    {
      pack: "qms",
      version: "2026-1",
      verdicts: [
        { requirement: "plan-in-time", clause: "5.2", outcome: "met", facts: { daysBefore: 12 } },
      ],
    },
  ],
  ...change,
});
