import assert from "node:assert/strict";
import { test } from "node:test";
import { askedOf, type Filters, withFilters } from "./use-filters.ts";

const NONE: Filters = {
  ...{ on: "", state: "", category: "", filed: "", field: "", issuer: "", kind: "" },
};
const TODAY = "2026-11-22";

test("the address keeps words and language, and drops what is no longer asked", () => {
  const url = "/rules?q=%E7%9B%91%E7%9D%A3&lang=en&filed=true";
  assert.equal(
    withFilters(url, { filed: "", on: "any" }),
    "/rules?q=%E7%9B%91%E7%9D%A3&lang=en&on=any",
  );
});

const DAYS: [string, Partial<Filters>, string][] = [
  ["nothing chosen asks for today", {}, TODAY],
  ["any day asks for no day", { on: "any" }, ""],
  ["a day asks for that day", { on: "2026-01-01" }, "2026-01-01"],
  ["what was cancelled is asked for on no day", { state: "cancelled" }, ""],
  ["what was superseded is asked for on no day", { state: "superseded" }, ""],
  ["a state and a day ask for both", { state: "superseded", on: "2026-01-01" }, "2026-01-01"],
];
for (const [name, chosen, day] of DAYS) {
  test(name, () => assert.equal(askedOf({ ...NONE, ...chosen }, TODAY).on, day));
}
