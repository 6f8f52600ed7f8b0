import assert from "node:assert/strict";
import { test } from "node:test";
import { changedParameters, type Parameter } from "./changed-parameters.ts";

const parameter = (id: string, value: Parameter["value"]): Parameter => ({
  id,
  value,
  unit: null,
  note: null,
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

test("what a unit cannot be is named: less than nothing, a part of a day, more than a whole", () => {
  const parameters = [
    { ...parameter("days", 180), unit: "天/周期年" },
    { ...parameter("share", 0.3), unit: "比例" },
    { ...parameter("hours", 8), unit: "小时" },
  ];
  const unreadable = (typed: Record<string, string>) =>
    changedParameters(parameters, typed).unreadable;
  assert.deepEqual(unreadable({ days: "-5", share: "-0.1", hours: "-1" }), [
    "days",
    "share",
    "hours",
  ]);
  assert.deepEqual(unreadable({ days: "1.5", share: "20" }), ["days", "share"]);
  assert.deepEqual(unreadable({ days: "150", share: "1", hours: "7.5" }), []);
});

test("what is no value of its kind is named", () => {
  const { values, unreadable } = changed({ onSiteDaysMax: "many", strict: "yes" });
  assert.deepEqual([values, unreadable], [{}, ["onSiteDaysMax", "strict"]]);
});

test("a parameter that has no value yet takes a number or a text", () => {
  assert.deepEqual(changed({ unknown: "12" }).values, { unknown: 12 });
  assert.deepEqual(changed({ unknown: "twelve" }).values, { unknown: "twelve" });
});
