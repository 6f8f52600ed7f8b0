import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPack } from "./load-pack.ts";

/** A small invented rule with one requirement. */
const pack = `id: invented
version: "1"
number: INV-1
title: { zh: 虚构规则, en: Invented rule }
issuer: { zh: 虚构机构, en: Invented issuer }
category: management-system
issuedOn: 2026-01-01
inForceFrom: 2026-01-01
inForceUntil: null
schemes: [QMS]
itemCodes: [A01]
basis: []
clauses:
  - { number: "1", title: { zh: 条, en: clause }, text: { zh: 文, en: text }, source: invented, confidence: high }
parameters:
  - { id: months, value: 12, unit: month, source: invented, confidence: high }
requirements:
  - id: short
    clause: "1"
    kind: limit
    on: CertificateReported
    title: { zh: 短, en: short }
    when: reportType == "new"
    requires: validUntil <= addMonths(issuedOn, param.months)
    because:
      met: { zh: "{validUntil}", en: "{validUntil}" }
      notMet: { zh: "{validUntil}", en: "{validUntil}" }
    severity: minor
    remedy: { zh: 改, en: mend }
`;
const examples = `usual:
  CertificateReported: { reportType: new, issuedOn: 2026-01-01 }
examples:
  short:
    cases:
      - { name: a, expect: met, facts: { validUntil: 2026-06-01 } }
      - { name: b, expect: met, boundary: true, facts: { validUntil: 2027-01-01 } }
      - { name: c, expect: not-met, facts: { validUntil: 2027-01-02 } }
`;

function refusals(change: { pack?: [string, string]; examples?: [string, string] }): string[] {
  const loaded = loadPack({
    pack: pack.replace(...(change.pack ?? ["", ""])),
    examples: examples.replace(...(change.examples ?? ["", ""])),
  });
  if (loaded.ok) return [];
  return loaded.errors.map(({ file, line, clause, code }) => `${file}:${line} ${clause} ${code}`);
}

test("a sound pack is loaded", () => assert.deepEqual(refusals({}), []));

type Row = { name: string; change: Parameters<typeof refusals>[0]; expect: string[] };
const requires = "validUntil <= addMonths(issuedOn, param.months)";
const inRequires = (text: string): Row["change"] => ({ pack: [requires, text] });

const rows: Row[] = [
  {
    name: "broken YAML",
    change: { pack: ["schemes: [QMS]", "schemes: [QMS"] },
    expect: ["pack.yaml:11 null syntax"],
  },
  {
    name: "a missing field",
    change: { pack: ["number: INV-1\n", ""] },
    expect: ["pack.yaml:1 null shape"],
  },
  {
    name: "a clause without source",
    change: { pack: ["text }, source: invented,", "text }, source: '',"] },
    expect: ["pack.yaml:14 null no-source"],
  },
  {
    name: "a parameter without source",
    change: { pack: ["unit: month, source: invented,", "unit: month,"] },
    expect: ["pack.yaml:16 null no-source"],
  },
  {
    name: "an unlisted clause",
    change: { pack: ['clause: "1"', 'clause: "2"'] },
    expect: ["pack.yaml:19 2 unknown-clause"],
  },
  {
    name: "an unknown fact",
    change: inRequires("validTill <= issuedOn"),
    expect: ["pack.yaml:24 1 unknown-fact"],
  },
  {
    name: "an unknown parameter",
    change: inRequires("validUntil <= addMonths(issuedOn, param.years)"),
    expect: ["pack.yaml:24 1 unknown-parameter"],
  },
  {
    name: "an unknown function",
    change: inRequires('validUntil.matches("(a+)+$")'),
    expect: ["pack.yaml:24 1 unknown-function"],
  },
  {
    name: "a loop over a list",
    change: inRequires("true && [1, 2].exists(n, n > 1)"),
    expect: ["pack.yaml:24 1 unknown-fact"],
  },
  {
    name: "a comparison of a date with a number",
    change: inRequires("validUntil <= 12.0"),
    expect: ["pack.yaml:24 1 type-error"],
  },
  {
    name: "a requirement that is no yes or no",
    change: inRequires("addMonths(issuedOn, param.months)"),
    expect: ["pack.yaml:24 1 type-error"],
  },
  {
    name: "an unreadable expression",
    change: inRequires("validUntil <="),
    expect: ["pack.yaml:24 1 syntax"],
  },
  {
    name: "an expression without end",
    change: inRequires(Array(60).fill("issuedOn < validUntil").join(" && ")),
    expect: ["pack.yaml:24 1 expression-too-long"],
  },
  {
    name: "nesting without end",
    change: inRequires(`${"(".repeat(200)}true${")".repeat(200)}`),
    expect: ["pack.yaml:24 1 expression-too-deep"],
  },
  {
    name: "more parts than an expression may have",
    change: inRequires(Array(45).fill("1.0<2.0").join("&&")),
    expect: ["pack.yaml:24 1 expression-too-large"],
  },
  {
    name: "more reckoning than an expression may cost",
    change: inRequires(Array(5).fill("addWorkingDays(issuedOn, 366.0) < validUntil").join(" && ")),
    expect: ["pack.yaml:24 1 expression-too-costly"],
  },
  {
    name: "a condition on a fact that may be unknown",
    change: { pack: ['reportType == "new"', 'decidedOn > "2026-01-01"'] },
    expect: ["pack.yaml:23 1 unguarded-fact"],
  },
  {
    name: "a sentence with an unknown fact",
    change: { pack: ['met: { zh: "{validUntil}"', 'met: { zh: "{validTill}"'] },
    expect: ["pack.yaml:26 1 unknown-fact"],
  },
  {
    name: "two parameters of one name",
    change: {
      pack: [
        "requirements:",
        "  - { id: months, value: 1, source: invented, confidence: low }\nrequirements:",
      ],
    },
    expect: ["pack.yaml:17 null duplicate-id"],
  },
  {
    name: "a failing example",
    change: { examples: ["2027-01-01", "2027-01-03"] },
    expect: ["examples.yaml:7 1 example-fails"],
  },
  {
    name: "no boundary example",
    change: { examples: [", boundary: true", ""] },
    expect: ["examples.yaml:5 1 example-missing"],
  },
  {
    name: "no not-met example",
    change: {
      examples: [
        "expect: not-met, facts: { validUntil: 2027-01-02",
        "expect: met, facts: { validUntil: 2026-01-02",
      ],
    },
    expect: ["examples.yaml:5 1 example-missing"],
  },
  {
    name: "an example with an unknown fact",
    change: { examples: ["validUntil: 2026-06-01", "validTill: 2026-06-01"] },
    expect: ["examples.yaml:6 1 unknown-fact"],
  },
  {
    name: "examples of nothing",
    change: { examples: ["  short:", "  long: { cases: [] }\n  short:"] },
    expect: ["examples.yaml:4 null example-of-nothing"],
  },
];
for (const { name, change, expect } of rows) {
  test(`a pack is refused for ${name}`, () => assert.deepEqual(refusals(change), expect));
}

test("a parameter without value asks for a cannot-tell example instead", () => {
  const without: [string, string] = ["value: 12", "value: null"];
  assert.ok(refusals({ pack: without }).some((line) => line.endsWith("example-missing")));
});

test("of very many errors the first are listed, and that there are more", () => {
  const row = "\n      - { name: again, expect: met, facts: { validUntil: 2027-01-02 } }";
  const found = refusals({ examples: ["\n    cases:", `\n    cases:${row.repeat(150)}`] });
  assert.equal(found.length, 101);
  assert.equal(found[99], "examples.yaml:105 1 example-fails");
  assert.equal(found.at(-1), "examples.yaml:106 null more-errors");
});
