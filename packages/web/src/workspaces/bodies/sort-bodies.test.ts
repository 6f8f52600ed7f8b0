import assert from "node:assert/strict";
import { test } from "node:test";
import type { InstitutionCounts } from "@suzheng/api-contract";
import { sortedBodies, sortingOf, textOf } from "./sort-bodies.ts";

const body = (name: string, valid: number, overdue: number | null): InstitutionCounts => ({
  approvalNumber: name,
  name,
  nameEnglish: null,
  status: "active",
  fields: [],
  branches: [],
  connectedAt: "2026-01-01T00:00:00.000Z",
  certificates: valid,
  lastReportedAt: null,
  counts: {
    on: "2026-11-22",
    statuses: { valid, suspended: 0, withdrawn: 0, cancelled: 0, expired: 0 },
    overdue,
  },
});
const BODIES = [body("丙", 2, null), body("甲", 10, 0), body("乙", 9, 3)];
const order = (sorting: string | undefined) =>
  sortedBodies(BODIES, sortingOf(sorting)).map(({ name }) => name);

test("unless asked otherwise those with most overdue come first, what is not known last", () => {
  assert.deepEqual(order(undefined), ["乙", "甲", "丙"]);
  assert.deepEqual(order("nonsense"), ["乙", "甲", "丙"]);
  assert.deepEqual(order("overdue"), ["甲", "乙", "丙"]);
});

test("numbers are compared as numbers, names as names", () => {
  assert.deepEqual(order("-valid"), ["甲", "乙", "丙"]);
  assert.deepEqual(order("valid"), ["丙", "乙", "甲"]);
  assert.deepEqual(order("name"), ["丙", "甲", "乙"], "bing, jia, yi");
});

test("an order comes back from the address as it went in", () => {
  for (const text of ["name", "-name", "-overdue", "lastReportedAt"]) {
    assert.equal(textOf(sortingOf(text)), text);
  }
});
