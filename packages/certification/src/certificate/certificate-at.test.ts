import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../calendar-date.ts";
import type { Cells } from "../report/parse-report-row.ts";
import {
  accepted,
  cancellation,
  decideRow,
  expiry,
  recertification,
  restoration,
  surveillance,
  suspension,
  withdrawal,
} from "./certificate.fixture.ts";
import { certificateAt, type Recorded } from "./certificate-at.ts";
import type { CertificateEvent } from "./certificate-event.ts";
import { type CertificateState, initialCertificate } from "./certificate-state.ts";
import { releaseCertificate, withholdCertificate } from "./withhold-certificate.ts";

type Report = { readonly recordedAt: string; readonly cells: Cells };

function logOf(...reports: readonly Report[]): Recorded<CertificateEvent>[] {
  let state: CertificateState = initialCertificate;
  return reports.map(({ recordedAt, cells }) => {
    const decision = accepted(decideRow(state, cells));
    state = decision.state;
    return { ...decision.event, recordedAt };
  });
}

const at = (day: string): string => `${day}T08:00:00.000Z`;
const ALWAYS_LATER = at("2040-01-01");
const issued: Report = { recordedAt: at("2026-02-12"), cells: {} };
const report = (day: string, cells: Cells): Report => ({ recordedAt: at(day), cells });
const suspended = report("2027-03-02", suspension("2027-03-01", "2027-08-31"));
const lateSuspended = report("2027-06-10", suspension("2027-03-01", "2027-08-31"));
const restored = report("2027-05-02", restoration("2027-05-01"));
const withdrawn = report("2027-09-03", withdrawal("2027-09-01"));
const surveyed = report("2027-01-15", surveillance("2027-01-10", 1));

type Row = {
  readonly name: string;
  readonly log: readonly Report[];
  readonly on: string;
  readonly knownAt?: string;
  readonly expect: string | null;
};

/** `expect`: status, since when, and for a suspension until when. */
const ROWS: readonly Row[] = [
  { name: "the day before issue", log: [issued], on: "2026-02-09", expect: null },
  { name: "the day of issue", log: [issued], on: "2026-02-10", expect: "valid 2026-02-10" },
  { name: "the last valid day", log: [issued], on: "2029-02-09", expect: "valid 2026-02-10" },
  { name: "the day after", log: [issued], on: "2029-02-10", expect: "expired 2029-02-10" },
  {
    name: "an expiry reported as well as derived",
    log: [issued, report("2029-02-11", expiry())],
    on: "2029-03-01",
    expect: "expired 2029-02-10",
  },
  {
    name: "the day before a suspension",
    log: [issued, suspended],
    on: "2027-02-28",
    expect: "valid 2026-02-10",
  },
  {
    name: "the first day of a suspension",
    log: [issued, suspended],
    on: "2027-03-01",
    expect: "suspended 2027-03-01 2027-08-31",
  },
  {
    name: "a suspension past its announced end, nothing further reported",
    log: [issued, suspended],
    on: "2027-09-15",
    expect: "suspended 2027-03-01 2027-08-31",
  },
  {
    name: "a suspended certificate past its expiry",
    log: [issued, suspended],
    on: "2029-02-10",
    expect: "expired 2029-02-10",
  },
  {
    name: "the day before a restoration",
    log: [issued, suspended, restored],
    on: "2027-04-30",
    expect: "suspended 2027-03-01 2027-08-31",
  },
  {
    name: "the day of a restoration",
    log: [issued, suspended, restored],
    on: "2027-05-01",
    expect: "valid 2027-05-01",
  },
  {
    name: "before a suspension, asked after the restoration",
    log: [issued, suspended, restored],
    on: "2027-02-28",
    expect: "valid 2026-02-10",
  },
  {
    name: "the day of withdrawal",
    log: [issued, suspended, withdrawn],
    on: "2027-09-01",
    expect: "withdrawn 2027-09-01",
  },
  {
    name: "a withdrawn certificate past its expiry",
    log: [issued, withdrawn],
    on: "2030-01-01",
    expect: "withdrawn 2027-09-01",
  },
  {
    name: "a cancelled certificate",
    log: [issued, report("2027-04-01", cancellation("2027-03-31"))],
    on: "2029-12-31",
    expect: "cancelled 2027-03-31",
  },
  {
    name: "a surveillance in between does not restart validity",
    log: [issued, surveyed],
    on: "2027-02-01",
    expect: "valid 2026-02-10",
  },
  {
    name: "a late suspension, before it was known",
    log: [issued, lateSuspended],
    on: "2027-04-01",
    knownAt: at("2027-06-09"),
    expect: "valid 2026-02-10",
  },
  {
    name: "a late suspension, at the instant it was recorded",
    log: [issued, lateSuspended],
    on: "2027-04-01",
    knownAt: at("2027-06-10"),
    expect: "suspended 2027-03-01 2027-08-31",
  },
  {
    name: "a late suspension reported after the withdrawal, in its time",
    log: [issued, withdrawn, report("2027-10-01", suspension("2027-03-01", "2027-08-31"))],
    on: "2027-04-01",
    expect: "suspended 2027-03-01 2027-08-31",
  },
  {
    name: "a late suspension reported after the withdrawal, afterwards",
    log: [issued, withdrawn, report("2027-10-01", suspension("2027-03-01", "2027-08-31"))],
    on: "2027-12-01",
    expect: "withdrawn 2027-09-01",
  },
  {
    name: "before anything was recorded",
    log: [issued],
    on: "2026-02-11",
    knownAt: at("2026-02-11"),
    expect: null,
  },
  {
    name: "first heard of when suspended: valid from its issue",
    log: [suspended],
    on: "2026-06-01",
    expect: "valid 2026-02-10",
  },
  {
    name: "first heard of when suspended: suspended from its day",
    log: [suspended],
    on: "2027-03-01",
    expect: "suspended 2027-03-01 2027-08-31",
  },
  {
    name: "recertified under the same number without a gap",
    log: [issued, report("2029-02-01", recertification("2029-01-20", "2032-02-09"))],
    on: "2030-01-01",
    expect: "valid 2026-02-10",
  },
  {
    name: "recertified after a gap: in the gap",
    log: [issued, report("2029-03-02", recertification("2029-03-01", "2032-02-29"))],
    on: "2029-02-20",
    expect: "expired 2029-02-10",
  },
  {
    name: "recertified after a gap: afterwards",
    log: [issued, report("2029-03-02", recertification("2029-03-01", "2032-02-29"))],
    on: "2029-03-01",
    expect: "valid 2029-03-01",
  },
  {
    name: "two reports for one day: the later recorded holds",
    log: [issued, report("2026-03-01", { CERTI_E_DATE: "2028-02-09" })],
    on: "2028-02-10",
    expect: "expired 2028-02-10",
  },
];

for (const { name, log, on, knownAt = ALWAYS_LATER, expect } of ROWS) {
  test(`${name}: ${expect ?? "unknown"}`, () => {
    const answer = certificateAt(logOf(...log), { on, knownAt });
    const words = answer && [answer.status, answer.statusSince, answer.suspendedUntil];
    assert.equal(words?.filter((word) => word !== null).join(" ") ?? null, expect);
  });
}

test("only an expiry that nobody reported is called derived", () => {
  const derived = certificateAt(logOf(issued), { on: "2029-02-10", knownAt: ALWAYS_LATER });
  assert.equal(derived?.expiryDerived, true);
  const log = logOf(issued, report("2029-02-11", expiry()));
  const said = certificateAt(log, { on: "2029-02-10", knownAt: ALWAYS_LATER });
  assert.equal(said?.expiryDerived, false);
});

test("a certificate is withheld from when that is recorded until it is released", () => {
  const [first] = logOf(issued);
  const { state } = accepted(decideRow(initialCertificate, {}));
  const withheld = accepted(withholdCertificate(state, { on: "2026-03-01", reason: "复核" }));
  const released = accepted(
    releaseCertificate(withheld.state, { on: "2026-04-01", reason: "完成" }),
  );
  assert.ok(first);
  const log = [
    first,
    { ...withheld.event, recordedAt: at("2026-03-01") },
    { ...released.event, recordedAt: at("2026-04-01") },
  ];
  const isWithheld = (day: string) =>
    certificateAt(log, { on: "2026-05-01", knownAt: at(day) })?.withheld;
  assert.deepEqual(["2026-02-28", "2026-03-01", "2026-04-01"].map(isWithheld), [
    false,
    true,
    false,
  ]);
  const again = withholdCertificate(withheld.state, { on: "2026-03-02", reason: "复核" });
  assert.equal(again.outcome === "refuse" && again.code, "already-withheld");
  const none = releaseCertificate(state, { on: "2026-03-02", reason: "完成" });
  assert.equal(none.outcome === "refuse" && none.code, "not-withheld");
});

test("what was known at an instant never changes by what is recorded later", () => {
  const log = logOf(issued, surveyed, suspended, restored, withdrawn);
  const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2026-01-01", n));
  fc.assert(
    fc.property(days, days, fc.integer({ min: 0, max: 5 }), (on, known, kept) => {
      const knownAt = at(known);
      const full = certificateAt(log, { on, knownAt });
      const upTo = log.filter((event, i) => i < kept || event.recordedAt <= knownAt);
      assert.deepEqual(certificateAt(upTo, { on, knownAt }), full);
    }),
  );
});

test("the status never starts after the day asked about", () => {
  const log = logOf(issued, surveyed, suspended, restored, withdrawn);
  const days = fc.integer({ min: 0, max: 2500 }).map((n) => addDays("2026-01-01", n));
  fc.assert(
    fc.property(days, (on) => {
      const answer = certificateAt(log, { on, knownAt: ALWAYS_LATER });
      assert.ok(answer === null ? on < "2026-02-10" : answer.statusSince <= on);
    }),
  );
});
