import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { after, before, test } from "node:test";
import {
  PublishedVersion,
  RuleBundle,
  RuleCertificatePage,
  type RuleContent,
  RuleDiff,
  RulePage,
} from "@suzheng/api-contract";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { shippedTexts } from "../../testing/shipped-texts.ts";
import { CONTENT, checkedDraft, openRegister, type Register, RULE } from "./registry.fixture.ts";

const text = (zh: string) => ({ zh, en: "" });

/** The executable part under the rule's own name; `daysMax` as clause 3.9 has it. */
function executable(version: string, daysMax: 180 | 170): RuleContent["pack"] {
  const { pack, examples } = shippedTexts("cnca-qms-01", "2025");
  const days = (content: string) =>
    content.replaceAll("daysInCycleYear: 180", `daysInCycleYear: ${daysMax}`);
  return {
    pack: pack
      .replace("id: cnca-qms-01", `id: ${RULE}`)
      .replace('version: "2025"', `version: "${version}"`)
      .replace("onSiteDaysMax, value: 180", `onSiteDaysMax, value: ${daysMax}`),
    examples: days(examples),
  };
}

let register: Register;

async function publish(rule: string, changes: Partial<RuleContent>, from: string): Promise<void> {
  const { responsible } = register;
  const draftCounter = await checkedDraft(register, changes, rule);
  await responsible.act({ act: "file", rule, draftCounter });
  const version = changes.version ?? CONTENT.version;
  const done = await responsible.act({ act: "publish", rule, version, inForceFrom: from });
  assert.equal(done.status, 200, done.code);
}

before(async () => {
  register = await openRegister();
  await publish(RULE, { itemCodes: ["A01"], pack: executable("1", 180) }, "2026-01-01");
  const clauses = [
    { number: "1", title: text("范围"), text: text("本规则适用于样例远程服务。") },
    { number: "3", title: text("记录"), text: text("记录保存三年。") },
  ];
  const second = { version: "2", clauses, itemCodes: ["A01"], pack: executable("2", 170) };
  await publish(RULE, second, "2027-01-01");
  await publish(
    "ended-service",
    { title: text("终止服务认证规则"), itemCodes: ["A02"] },
    "2026-02-01",
  );
  const ended = { rule: "ended-service", version: "1", reason: "超出范围" };
  await register.responsible.act({ act: "cancel", ...ended, certificatesSettledBy: null });
  const draftCounter = await checkedDraft(register, { title: text("只备案的规则") }, "filed-only");
  await register.responsible.act({ act: "file", rule: "filed-only", draftCounter });
  await checkedDraft(register, { title: text("起草中的规则") }, "draft-only");
});
after(() => register.place.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  register.place.server.inject({ url, headers: { host: "localhost", ...headers } });
const api = (path: string) => get(`/api/v1/rules/registered/${register.body}/${RULE}${path}`);

async function listed(query: Record<string, string>): Promise<string[]> {
  const answer = await get(`/api/v1/rules?${new URLSearchParams(query)}`);
  assert.equal(answer.statusCode, 200, answer.body);
  const { items } = RulePage.parse(answer.json());
  return items.map(({ id, found, versions }) => {
    const states = versions.map(({ version, state }) => `${version} ${state}`);
    return `${id} ${found}: ${states.join(", ")}`;
  });
}

const SAMPLE = `${RULE} 2: 1 superseded, 2 published`;
const ENDED = "ended-service 1: 1 cancelled";

const LISTED: { name: string; query: Record<string, string>; expect: string[] }[] = [
  { name: "all that was ever published, no draft, no filing", query: {}, expect: [ENDED, SAMPLE] },
  { name: "words of the title", query: { q: "服务能力" }, expect: [SAMPLE] },
  { name: "state", query: { state: "cancelled" }, expect: [ENDED] },
  { name: "category", query: { category: "product" }, expect: [] },
  { name: "field", query: { field: "A01" }, expect: [ENDED, SAMPLE] },
  { name: "item code", query: { field: "A0203" }, expect: [ENDED] },
  {
    name: "issuer by approval number",
    query: { issuer: "CNCA-R-2026-901" },
    expect: [ENDED, SAMPLE],
  },
  {
    name: "day in force",
    query: { on: "2026-12-31" },
    expect: [`${RULE} 1: 1 superseded, 2 published`],
  },
];

for (const { name, query, expect } of LISTED) {
  test(`filed rules are listed by ${name}`, async () => {
    assert.deepEqual(await listed({ filed: "true", ...query }), expect);
  });
}

test("filed and shipped rules stand in one list, shipped ones first", async () => {
  const items = await listed({ q: "认证规则", limit: "100" });
  assert.ok(items.length > 3);
  assert.deepEqual(items.slice(-2), [ENDED, SAMPLE]);
});

test("a version says what R-10 wants, how it is cited and what it executes", async () => {
  const version = PublishedVersion.parse((await api("/versions/2")).json());
  assert.equal(version.address, `/rules/${register.body}/${RULE}/2`);
  for (const cited of [version.citation.zh, version.citation.en]) {
    assert.ok(cited.includes(version.contentHash) && cited.endsWith(version.address), cited);
  }
  assert.deepEqual(version.basis[0]?.access, { kind: "full-text" });
  assert.ok(version.requirements.some(({ clause }) => clause === "3.9"));
});

test("the difference names clauses added, removed, changed, and the value that changed", async () => {
  const diff = RuleDiff.parse((await api("/diff?from=1&to=2")).json());
  const changes = diff.clauses.map(({ number, change }) => `${number} ${change}`);
  assert.deepEqual(changes, ["1 changed", "3 added", "2 removed", "3.9 unchanged"]);
  const added = diff.clauses.find(({ number }) => number === "3");
  assert.deepEqual(
    added?.fields.map(({ field, after }) => [field, after]),
    [
      ["number", "3"],
      ["title", text("记录")],
      ["text", text("记录保存三年。")],
    ],
    "in the order in which a clause is read",
  );
  const executed = diff.clauses.find(({ number }) => number === "3.9");
  assert.deepEqual(executed?.parameters[0]?.fields, [{ field: "value", before: 180, after: 170 }]);
  assert.equal((await api("/diff?from=1&to=9")).json().code, "rule-not-found");
  const unpublished = await get(
    `/api/v1/rules/registered/${register.body}/filed-only/diff?from=1&to=1`,
  );
  assert.equal(unpublished.json().code, "rule-not-found");
});

test("certificates stand under the version by the convention that the answer states", async () => {
  const rows = sampleRows(0).filter(({ table }) => table === "103010");
  assert.deepEqual(await reportRows(register.place.platform, rows), [{ outcome: "recorded" }]);
  const [first, second] = await Promise.all(
    ["1", "2"].map(async (version) =>
      RuleCertificatePage.parse((await api(`/versions/${version}/certificates`)).json()),
    ),
  );
  assert.deepEqual(
    first?.items.map(({ number, judgedBy }) => [number, judgedBy]),
    [[certificateNumber(0), null]],
  );
  assert.deepEqual(second?.items, []);
  assert.ok(first?.convention.zh.startsWith("按惯例"));
});

test("the permanent address gives programs exactly what was filed, and nothing before", async () => {
  const address = `/rules/${register.body}/${RULE}/2`;
  const bySuffix = await get(`${address}.json`);
  const byAccept = await get(address, { accept: "application/json" });
  assert.equal(bySuffix.body, byAccept.body);
  assert.equal(bySuffix.headers.etag, `"${hash("sha256", bySuffix.body, "hex")}"`);
  assert.equal(RuleBundle.parse(bySuffix.json()).content.version, "2");
  for (const rule of ["filed-only", "draft-only"]) {
    const answer = await get(`/rules/${register.body}/${rule}/1.json`);
    assert.equal(answer.json().code, "rule-not-found");
  }
  const schema = (await get("/api/v1/rules/bundle-schema.json")).json();
  assert.ok("content" in schema.properties);
});
