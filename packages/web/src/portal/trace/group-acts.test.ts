import assert from "node:assert/strict";
import { test } from "node:test";
import type { Act } from "@suzheng/api-contract";
import { groupActs, type TraceLine } from "./group-acts.ts";

let version = 0;
function act(given: Partial<Act>): Act {
  version += 1;
  return {
    log: { institution: "CNCA-R-2099-001", index: version, leafHash: "" },
    stream: "certificate/99925Q00001R0S",
    version,
    type: "AuditParticipationReported",
    occurredOn: "2026-03-02",
    recordedAt: "2026-03-09T01:00:00.000Z",
    cycle: 0,
    people: [],
    data: { stage: "0102" },
    verdicts: [],
    ...given,
  };
}

const person = (name: string, registrationNumber: string | null = null) => ({
  role: "member",
  name,
  registrationNumber,
  erased: false,
});

const audits = (acts: Act[]) =>
  groupActs(acts)
    .flatMap((cycle) => cycle.lines)
    .filter((line): line is TraceLine & { kind: "audit" } => line.kind === "audit");

test("participations of one stage become one audit with its people", () => {
  const [audit, ...others] = audits([
    act({ people: [person("甲")], data: { stage: "0102", startOn: "2026-03-03" } }),
    act({ people: [person("乙")], data: { stage: "0102", endAt: "2026-03-04T17:00:00" } }),
    act({ people: [person("丙")], occurredOn: "2026-03-01" }),
  ]);
  assert.deepEqual(others, []);
  assert.equal(audit?.people.length, 3);
  assert.equal(audit?.from, "2026-03-01");
  assert.equal(audit?.to, "2026-03-04");
});

test("two stages are two audits even on the same day", () => {
  assert.equal(audits([act({}), act({ data: { stage: "0101" } })]).length, 2);
});

test("surveillance a year apart is two audits", () => {
  const year = { data: { stage: "03" } };
  const found = audits([act({ ...year, occurredOn: "2027-03-01" }), act({ ...year })]);
  assert.equal(found.length, 2);
});

test("a person who appears twice in an audit is listed once", () => {
  const twice = [person("甲", "9999-A-1")];
  const [audit] = audits([act({ people: twice }), act({ people: twice })]);
  assert.equal(audit?.people.length, 1);
  assert.equal(audit?.acts.length, 2);
});

test("people whose names are not public are not taken for one another", () => {
  const hidden = { role: "member", name: null, registrationNumber: null, erased: false };
  const [audit] = audits([act({ people: [hidden] }), act({ people: [hidden] })]);
  assert.equal(audit?.people.length, 2);
});

test("cycles come newest first and acts in no cycle last", () => {
  const cycles = groupActs([
    act({ cycle: null, type: "CertificateWithheld" }),
    act({ cycle: 0 }),
    act({ cycle: 1 }),
  ]);
  assert.deepEqual(
    cycles.map((group) => group.cycle),
    [1, 0, null],
  );
});

test("a report knows the report before it, also across cycles", () => {
  const first = act({ type: "CertificateReported", cycle: 0 });
  const second = act({ type: "CertificateReported", cycle: 1 });
  const [newest] = groupActs([second, first]).flatMap((cycle) => cycle.lines);
  assert.equal(newest?.kind === "act" && newest.before, first);
});
