import assert from "node:assert/strict";
import { test } from "node:test";
import { AUDIT_TIME_TABLE } from "./audit-time-base.ts";
import { loadCalculator } from "./load-calculator.ts";
import { SHIPPED, shipped, shippedOfKind, shippedTexts } from "./shipped-calculators.fixture.ts";

for (const name of SHIPPED) {
  test(`${name} agrees with every one of its vectors`, () => {
    const loaded = loadCalculator(shippedTexts(name));
    const errors = loaded.ok ? [] : loaded.errors;
    assert.deepEqual(
      errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message.en}`),
      [],
    );
    assert.equal(`${shipped(name).vectors.calculator}/${shipped(name).vectors.version}`, name);
  });
}

test("both ends of every band of every column have a vector", () => {
  const { table } = shippedOfKind("iaf-md-5/2019", "audit-time");
  const asked = new Set(
    shipped("iaf-md-5/2019").vectors.cases.map(({ input }) => JSON.stringify(input)),
  );
  for (const { system, risk } of table.columns) {
    const ends = table.rows.flatMap(({ personsMax }, index) => [
      (table.rows[index - 1]?.personsMax ?? 0) + 1,
      personsMax,
    ]);
    for (const effectivePersonnel of ends) {
      const of = risk === null ? { system } : { system, risk };
      const input = JSON.stringify({ ...of, effectivePersonnel, activity: "initial" });
      assert.ok(asked.has(input), input);
    }
  }
});

test("the table that pack expressions read is that of iaf-md-5/2019", () => {
  const { id, version, table } = shippedOfKind("iaf-md-5/2019", "audit-time");
  assert.deepEqual(AUDIT_TIME_TABLE, {
    calculator: id,
    version,
    columns: table.columns.map(({ system, risk }) =>
      risk === null ? system : `${system}/${risk}`,
    ),
    rows: table.rows,
  });
});

type Change = { calculator?: [string, string]; vectors?: [string, string] };

function refusals(change: Change, name = "iaf-md-5/2019"): string[] {
  const texts = shippedTexts(name);
  for (const file of ["calculator", "vectors"] as const) {
    const [from, to] = change[file] ?? ["", ""];
    assert.ok(texts[file].includes(from), from);
    texts[file] = texts[file].replace(from, to);
  }
  const loaded = loadCalculator(texts);
  return loaded.ok ? [] : loaded.errors.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

const lineOf = (name: string, file: "calculator" | "vectors", text: string) =>
  shippedTexts(name)[file].split(text)[0]?.split("\n").length;

test("one wrong value of the table fails the vectors of its band", () => {
  const found = refusals({
    calculator: ["personsMax: 125, days: [7,", "personsMax: 125, days: [6.5,"],
  });
  const line = lineOf("iaf-md-5/2019", "vectors", '{ "system": "QMS", "effectivePersonnel": 86,');
  assert.equal(found[0], `vectors.json:${Number(line) - 1} vector-fails`);
  assert.equal(found.length, 3);
});

test("every single value of the table is held by a vector", () => {
  const { calculator } = shippedTexts("iaf-md-5/2019");
  const { table } = shippedOfKind("iaf-md-5/2019", "audit-time");
  for (const { personsMax, days } of table.rows.slice(9, 11)) {
    for (const [column, value] of days.entries()) {
      const row = `personsMax: ${personsMax}, days: [${days.join(", ")}]`;
      const broken = days.with(column, (value ?? 0) + 0.5).join(", ");
      assert.ok(calculator.includes(row));
      const found = refusals({
        calculator: [row, `personsMax: ${personsMax}, days: [${broken}]`],
      });
      assert.ok(found.length >= 1, `${personsMax} ${column}`);
    }
  }
});

const rows: { name: string; change: Change; expect: string; at: string }[] = [
  {
    name: "broken YAML",
    change: { calculator: ["columns:\n", "columns: [\n"] },
    expect: "syntax",
    at: "",
  },
  {
    name: "a value without source",
    change: {
      calculator: ["source: EA FAQ 38.2, confidence: high", "source: '', confidence: high"],
    },
    expect: "no-source",
    at: "source: EA FAQ 38.2, confidence: high",
  },
  {
    name: "a parameter that is missing",
    change: { calculator: ["  onSitePercentMin:", "  onSitePercentLeast:"] },
    expect: "shape",
    at: "",
  },
  {
    name: "a value that is no half day",
    change: { calculator: ["days: [1.5, 3,", "days: [1.6, 3,"] },
    expect: "shape",
    at: "days: [1.5, 3,",
  },
  {
    name: "rows out of order",
    change: { calculator: ["personsMax: 25,", "personsMax: 15,"] },
    expect: "table-order",
    at: "personsMax: 25,",
  },
  {
    name: "a row with a value too few",
    change: { calculator: ["days: [1.5, 3,", "days: [3,"] },
    expect: "table-width",
    at: "days: [1.5, 3,",
  },
  {
    name: "a value that falls",
    change: { calculator: ["personsMax: 125, days: [7,", "personsMax: 125, days: [5,"] },
    expect: "table-falls",
    at: "personsMax: 125, days: [7,",
  },
  {
    name: "an empty cell that no reading explains",
    change: { calculator: ["days: [1.5, 3,", "days: [null, 3,"] },
    expect: "cell-without-value",
    at: "days: [1.5, 3,",
  },
  {
    name: "a confirmation of no cell",
    change: { calculator: ["{ personsMax: 65, system: QMS", "{ personsMax: 60, system: QMS"] },
    expect: "cell-of-nothing",
    at: "{ personsMax: 65, system: QMS",
  },
];
for (const { name, change, expect, at } of rows) {
  test(`a calculator is refused for ${name}`, () => {
    const found = refusals(change);
    const line = at === "" ? "\\d+" : lineOf("iaf-md-5/2019", "calculator", at);
    assert.ok(
      found.some((one) => new RegExp(`^calculator.yaml:${line} ${expect}$`).test(one)),
      found.join("\n"),
    );
  });
}

test("vectors that are not JSON, of another calculator or without source are refused", () => {
  assert.deepEqual(refusals({ vectors: ['"cases": [', '"cases": [,'] }), ["vectors.json:5 syntax"]);
  assert.deepEqual(refusals({ vectors: ['"version": "2019"', '"version": "2015"'] }), [
    "vectors.json:3 vectors-of-another",
  ]);
  assert.deepEqual(
    refusals({
      vectors: ['"source": "MD 5 QMS table, as independent public programs agree"', '"source": ""'],
    }),
    ["vectors.json:9 no-source"],
  );
});
