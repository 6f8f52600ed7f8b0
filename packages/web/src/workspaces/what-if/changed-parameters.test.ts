import assert from "node:assert/strict";
import { test } from "node:test";
import { changedParameters, type Parameter } from "./changed-parameters.ts";

const words = { zh: "", en: "" };
const amount = { kind: "number", min: 0, max: null, whole: false, words } as const;
const parameter = (id: string, value: Parameter["value"]): Parameter => ({
  id,
  value,
  unit: null,
  note: null,
  allowed: amount,
  read: [],
});
const PARAMETERS = [
  parameter("onSiteDaysMax", 180),
  parameter("share", 0.8),
  parameter("strict", false),
  parameter("level", "low"),
  parameter("unknown", null),
];
const changed = (typed: Record<string, string>) => changedParameters(PARAMETERS, typed);

test("each is read as the kind of value that it has", () => {
  const typed = { onSiteDaysMax: " 150 ", share: "０．５", strict: "true", level: "high" };
  assert.deepEqual(changed(typed).values, {
    onSiteDaysMax: 150,
    share: 0.5,
    strict: true,
    level: "high",
  });
});

test("what stays as it is, is not changed", () => {
  assert.deepEqual(changed({ onSiteDaysMax: "180", share: "", level: " low" }).values, {});
});

test("what the unit does not allow is named: less than the least, more than the most, a part", () => {
  const parameters: Parameter[] = [
    { ...parameter("days", 180), allowed: { ...amount, whole: true } },
    { ...parameter("share", 0.3), allowed: { ...amount, max: 1 } },
    { ...parameter("hours", 8) },
    { ...parameter("since", "2021-09-15"), allowed: { kind: "day", words } },
  ];
  const unreadable = (typed: Record<string, string>) =>
    changedParameters(parameters, typed).unreadable;
  const below = { days: "-5", share: "-0.1", hours: "-1" };
  assert.deepEqual(unreadable(below), ["days", "share", "hours"]);
  const beyond = { days: "1.5", share: "20", since: "2021-02-29" };
  assert.deepEqual(unreadable(beyond), ["days", "share", "since"]);
  const fit = { days: "150", share: "1", hours: "7.5", since: "2024-02-29" };
  assert.deepEqual(unreadable(fit), []);
});

test("what is no value of its kind is named", () => {
  const { values, unreadable } = changed({ onSiteDaysMax: "many", strict: "yes" });
  assert.deepEqual([values, unreadable], [{}, ["onSiteDaysMax", "strict"]]);
});

test("a parameter that has no value yet takes a number or a text", () => {
  assert.deepEqual(changed({ unknown: "12" }).values, { unknown: 12 });
  assert.deepEqual(changed({ unknown: "twelve" }).values, { unknown: "twelve" });
});
