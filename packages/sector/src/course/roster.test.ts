import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "../random.ts";
import { drawBusyAuditor, drawTeam, inventedRoster } from "./roster.ts";

const random = () => seededRandom("roster", "test");
const smallRoster = (overloaded = false) =>
  inventedRoster(random(), { certificates: 10, firstSerial: 0, overloaded });

test("names of colleagues are all different, deciders included", () => {
  const roster = inventedRoster(random(), {
    certificates: 90_000,
    firstSerial: 5,
    overloaded: false,
  });
  const names = [...roster.auditors, ...roster.decisionMakers].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

test("nobody joins a team while on a visit", () => {
  const roster = smallRoster();
  for (const auditor of roster.auditors.slice(1)) auditor.busyUntil = 100;
  assert.equal(drawTeam(roster, random(), { start: 100, size: 2, preferred: [] }), null);
  const next = drawTeam(roster, random(), { start: 101, size: 2, preferred: [] });
  assert.equal(next?.length, 2);
});

test("people who know the client come first", () => {
  const roster = smallRoster();
  const [, second, third] = roster.auditors;
  assert.ok(second && third);
  const team = drawTeam(roster, random(), { start: 1, size: 2, preferred: [third, second] });
  assert.deepEqual(team, [third, second]);
});

test("the overloaded auditor leads until both limits are passed", () => {
  const roster = smallRoster(true);
  const request = { start: 20_000, size: 2, preferred: [] };
  const overloaded = roster.overloaded;
  assert.ok(overloaded);
  overloaded.load.set(2024, { days: 185, certificates: 90 });
  assert.equal(drawTeam(roster, random(), request)?.[0], overloaded);
  overloaded.load.set(2024, { days: 190, certificates: 90 });
  assert.equal(drawTeam(roster, random(), request)?.includes(overloaded), false);
});

test("a person is double-booked only across clients", () => {
  const roster = smallRoster();
  const [first] = roster.auditors;
  assert.ok(first);
  Object.assign(first, { busyUntil: 50, busyWith: 3 });
  const request = { start: 50, team: [] };
  assert.equal(drawBusyAuditor(roster, { ...request, isSameClient: () => true }), null);
  assert.equal(drawBusyAuditor(roster, { ...request, isSameClient: () => false }), first);
});
