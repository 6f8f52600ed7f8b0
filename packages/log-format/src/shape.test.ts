import assert from "node:assert/strict";
import { test } from "node:test";
import { parsing } from "./parsed.ts";
import { readDate, readInstant } from "./shape.ts";

const isRead = (read: () => unknown) => parsing(read).outcome !== "malformed";

test("a date is one of the calendar, in one way of writing", () => {
  const good = ["2026-11-22", "2024-02-29", "2000-02-29", "2026-12-31", "0001-01-28"];
  const bad = [
    ...["2025-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-11-00", "2026-13-01"],
    ...["2026-00-10", "2026-1-02", " 2026-11-22", "2026-11-22 ", "2026/11/22", "+02026-11-22", ""],
  ];
  for (const text of good)
    assert.ok(
      isRead(() => readDate(text, "d")),
      text,
    );
  for (const text of [...bad, 20261122, null])
    assert.ok(!isRead(() => readDate(text, "d")), String(text));
});

test("an instant has milliseconds, stands in UTC and exists", () => {
  const good = ["2026-11-22T10:04:00.000Z", "2024-02-29T23:59:59.999Z", "2026-01-31T00:00:00.000Z"];
  const bad = [
    ...["2026-11-22T24:00:00.000Z", "2026-11-22T10:60:00.000Z", "2026-11-22T10:04:60.000Z"],
    ...["2026-11-22T10:04:00Z", "2026-11-22T10:04:00.000", "2026-11-22T10:04:00.000+08:00"],
    ...["2025-02-29T10:04:00.000Z", "2026-11-22 10:04:00.000Z", "2026-11-22", ""],
  ];
  for (const text of good)
    assert.ok(
      isRead(() => readInstant(text, "t")),
      text,
    );
  for (const text of [...bad, 0]) assert.ok(!isRead(() => readInstant(text, "t")), String(text));
});
