import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  RuleCertificatePage,
  RuleClausePage,
  RuleDiff,
  RulePage,
  RuleTranslations,
  type RuleVersion,
} from "@suzheng/api-contract";
import { composeApp } from "../../compose/app.ts";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { connectBody, openTestPlatform, type TestPlatform } from "../../testing/test-platform.ts";
import { twoRuleVersions } from "../../testing/two-rule-versions.ts";
import { createHttpServer } from "../http-server.ts";

const packs = twoRuleVersions();
let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;

before(async () => {
  platform = await openTestPlatform({
    now: () => "2027-10-01T04:00:00.000Z",
    rulePacksFolder: packs.path,
  });
  await connectBody(platform);
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  server = await createHttpServer(app);
});
after(async () => {
  await server.close();
  await platform.remove();
  packs.remove();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: "GET", url, headers });

async function search(query: Record<string, string>): Promise<RuleClausePage> {
  const answer = await get(`/api/v1/rules/search?${new URLSearchParams(query)}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return RuleClausePage.parse(answer.json());
}

test("words of a clause lead to it, marked, with the state and the address of its version", async () => {
  const { items } = await search({ q: "合计不超过 １８０ 天", on: "2026-05-01" });
  const hit = items.find(({ rule }) => rule === "cnca-qms-01");
  assert.ok(hit);
  assert.equal(hit.clause, "3.9");
  assert.equal(hit.state, "published");
  assert.equal(hit.inForceUntil, "2027-01-01");
  assert.equal(hit.address, "/rules/cnca-qms-01/2025#c-3.9");
  const marked = hit.snippet.pieces.filter(({ isMatch }) => isMatch);
  assert.deepEqual(
    marked.map(({ text }) => text),
    ["合计不超过 180 天"],
  );
});

test("search narrows to the version in force on a day and pages by cursor", async () => {
  const query = { q: "审核", field: "QMS", on: "2027-05-01", limit: "3" };
  const first = await search(query);
  assert.equal(first.items.length, 3);
  const own = first.items.filter(({ rule }) => rule === "cnca-qms-01");
  assert.ok(own.every(({ version }) => version === "2027"));
  assert.ok(first.next !== null);
  const second = await search({ ...query, cursor: first.next });
  const places = [...first.items, ...second.items].map(({ address }) => address);
  assert.equal(new Set(places).size, places.length);
});

test("too little to look up and a broken cursor are problems", async () => {
  const short = await get(`/api/v1/rules/search?q=${encodeURIComponent("审")}`);
  assert.equal(`${short.statusCode} ${short.json().code}`, "400 rule-query-too-short");
  for (const cursor of ["x", Buffer.from('["a"]').toString("base64url")]) {
    const broken = await get(`/api/v1/rules/search?q=audit&cursor=${cursor}`);
    assert.equal(`${broken.statusCode} ${broken.json().code}`, "400 request-malformed");
  }
});

test("the difference names the clause, its words and the value that changed", async () => {
  const answer = await get("/api/v1/rules/cnca-qms-01/diff?from=2025&to=2027");
  const diff = RuleDiff.parse(answer.json());
  const clause = diff.clauses.find(({ number }) => number === "3.9");
  assert.deepEqual(
    clause?.fields.map(({ field }) => field),
    ["text.zh", "text.en"],
  );
  assert.deepEqual(clause?.parameters, [
    {
      id: "onSiteDaysMax",
      change: "changed",
      fields: [{ field: "value", before: 180, after: 170 }],
    },
  ]);
  assert.ok(diff.head.some(({ field }) => field === "inForceFrom"));
  const missing = await get("/api/v1/rules/cnca-qms-01/diff?from=2025&to=1999");
  assert.equal(missing.json().code, "rule-not-found");
});

test("a version says how it is cited, with its address and hash", async () => {
  const answer = await get("/api/v1/rules/cnca-qms-01/versions/2027");
  const rule = answer.json<RuleVersion>();
  assert.equal(rule.address, "/rules/cnca-qms-01/2027");
  for (const text of [rule.citation.zh, rule.citation.en]) {
    assert.ok(text.includes(rule.contentHash) && text.endsWith(rule.address), text);
  }
});

test("when the platform begins to judge by a rule is not told as a day of the rule", async () => {
  const version = (id: string, name: string) =>
    get(`/api/v1/rules/${id}/versions/${name}`).then((answer) => answer.json<RuleVersion>());
  const standard = await version("iso-17021-1", "2015");
  assert.equal(standard.isJudgedFrom, true);
  assert.equal(standard.dates.issuedOn?.confidence, "low");
  const own = await version("cnca-qms-01", "2025");
  assert.deepEqual([own.isJudgedFrom, own.dates], [false, {}]);
  const rules = RulePage.parse((await get("/api/v1/rules?limit=100")).json()).items;
  const judged = rules.filter((rule) => rule.versions.some((one) => one.isJudgedFrom));
  assert.deepEqual(
    judged.map(({ id }) => id),
    ["iso-17021-1"],
  );
  const { items } = await search({ q: "监督的频次" });
  assert.equal(items.find(({ rule }) => rule === "iso-17021-1")?.isJudgedFrom, true);
});

test("a version tells what its sources stand for", async () => {
  const answer = await get("/api/v1/rules/cnca-qms-01/versions/2025");
  const { sources, parameters } = answer.json<RuleVersion>();
  const days = parameters.find(({ id }) => id === "onSiteDaysMax");
  assert.match(days?.source ?? "", /Q-16/);
  const fact = sources.facts.find(({ id }) => id === "Q-16");
  assert.deepEqual(fact, { id: "Q-16", read: "quoted", documents: ["S-07"] });
  const document = sources.documents.find(({ id }) => id === "S-07");
  assert.match(document?.title.en ?? "", /FAQ/);
});

test("the permanent address gives programs the pack itself, with an ETag", async () => {
  const bySuffix = await get("/rules/cnca-qms-01/2025.json");
  const byAccept = await get("/rules/cnca-qms-01/2025", { accept: "application/json" });
  assert.equal(bySuffix.body, byAccept.body);
  const pack = bySuffix.json();
  assert.equal(pack.id, "cnca-qms-01");
  assert.ok(pack.requirements.length > 0);
  const again = await get("/rules/cnca-qms-01/2025.json", {
    "if-none-match": String(bySuffix.headers.etag),
  });
  assert.equal(again.statusCode, 304);
  assert.equal((await get("/rules/cnca-qms-01/1999.json")).json().code, "rule-not-found");
});

test("the schema of packs is published and names what a pack has", async () => {
  const schema = (await get("/api/v1/rules/schema.json")).json();
  assert.ok("clauses" in schema.properties && "parameters" in schema.properties);
});

test("what packs write in Chinese alone has an English of its own, and the pack keeps its hash", async () => {
  const { texts } = RuleTranslations.parse((await get("/api/v1/rules/translations")).json());
  const english = new Map(texts.map(({ zh, en }) => [zh, en]));
  const path = "/api/v1/rules/cnca-ems/versions/2026";
  const rule: RuleVersion = (await get(path)).json();
  assert.match(rule.number, /本规则编号未读到/, "the API says what the pack says");
  const number = english.get(rule.number) ?? "";
  assert.match(number, /this rule's own number was not read/);
  assert.ok(rule.citation.en.includes(number) && !rule.citation.en.includes(rule.number));
  assert.ok(rule.citation.zh.includes(rule.number) && rule.citation.en.includes(rule.contentHash));
  const examples = rule.requirements.flatMap((requirement) => requirement.examples);
  assert.ok(examples.length > 0 && examples.every(({ name }) => name.zh !== "" && name.en !== ""));
});

test("certificates stand under the version in force on the day of their issue", async () => {
  const row = sampleRows(1).find(({ table }) => table === "103010");
  assert.ok(row);
  await reportRows(platform, [row]);
  const pages = await Promise.all(
    ["2025", "2027"].map(async (version) =>
      RuleCertificatePage.parse(
        (await get(`/api/v1/rules/cnca-qms-01/versions/${version}/certificates`)).json(),
      ),
    ),
  );
  const [found] = pages.flatMap(({ items }) => items);
  assert.ok(found);
  const place = found.issuedOn < "2027-01-01" ? 0 : 1;
  assert.deepEqual(
    pages.map(({ items }) => items.length),
    place === 0 ? [1, 0] : [0, 1],
  );
  for (const { convention } of pages) assert.ok(convention.zh !== "" && convention.en !== "");
  assert.equal(found.judgedBy, place === 0 ? "2025" : "2027", "its report holds their verdicts");
});

test("certificates under a version are as their own pages show them, whatever is dated ahead", async () => {
  const ahead = "2027-12-01";
  const change = { APPR_AC_CODE: "05", REPORT_TYPE: "05", CHG_DATE: ahead, APP_ASS_DATE: ahead };
  const suspension = {
    ...change,
    CERTI_STATUS: "02",
    CHG_TYP_CODE: "97_01",
    PAUSE_CAUSE: "0112",
    PAUSE_S_DATE: ahead,
    PAUSE_E_DATE: "2028-05-31",
  };
  const recertification = {
    APPR_AC_CODE: "02",
    REPORT_TYPE: "02",
    A_AUTH_TIMES: "1",
    IS_CHG_CERTI: "1",
    EXCHANGE_DATE: ahead,
    EXCHANGE_CAUSE: "0102",
    O_AWARD_JG: "CNCA-R-2026-901",
    O_CERTI_NUM: certificateNumber(3),
    APPR_S_DATE: "2027-09-20",
    APPR_E_DATE: "2027-09-22",
    APP_ASS_DATE: "2027-09-28",
    AWARD_DATE: "2027-09-30",
    CERTI_E_DATE: "2030-09-29",
  };
  for (const [n, changes] of [
    [2, suspension],
    [3, recertification],
  ] as const) {
    const rows = sampleRows(n).filter(({ table }) => table === "103010");
    const changed = rows.map(({ table, cells }) => ({ table, cells: { ...cells, ...changes } }));
    for (const one of [rows, changed]) {
      const [outcome] = await reportRows(platform, one);
      assert.equal(outcome?.outcome, "recorded", JSON.stringify(outcome));
    }
  }
  const url = (version: string) => `/api/v1/rules/cnca-qms-01/versions/${version}/certificates`;
  const [old, current] = await Promise.all(
    ["2025", "2027"].map(async (one) => RuleCertificatePage.parse((await get(url(one))).json())),
  );
  assert.deepEqual(current?.items, [], "not issued anew before that day");
  const number = certificateNumber(2);
  const item = old?.items.find((one) => one.number === number) ?? assert.fail();
  const page = (await get(`/api/v1/certificates/${number}`)).json();
  assert.deepEqual(
    [item.status, item.issuedOn, item.validUntil, item.holderName, item.judgedBy],
    [page.status, page.issuedOn, page.validUntil, page.holder.name, "2025"],
  );
  assert.deepEqual([item.status, item.issuedOn], ["valid", "2026-02-10"]);
});

test("a rule is listed by words of its name in any order, with the version in force that day", async () => {
  const listed = async (query: Record<string, string>) => {
    const answer = await get(`/api/v1/rules?${new URLSearchParams(query)}`);
    return RulePage.parse(answer.json()).items.map(({ id, found }) => `${id} ${found}`);
  };
  const q = "认证规则 质量管理";
  assert.deepEqual(await listed({ q, on: "2026-05-01" }), ["cnca-qms-01 2025"]);
  assert.deepEqual(await listed({ q, on: "2027-05-01" }), ["cnca-qms-01 2027"]);
  assert.deepEqual(await listed({ q, filed: "true" }), []);
  const all = await listed({});
  const pages = [];
  for (let cursor = ""; ; ) {
    const query = new URLSearchParams({ limit: "4", ...(cursor === "" ? {} : { cursor }) });
    const page = RulePage.parse((await get(`/api/v1/rules?${query}`)).json());
    pages.push(...page.items.map(({ id, found }) => `${id} ${found}`));
    if (page.next === null) break;
    cursor = page.next;
  }
  assert.ok(all.length > 8);
  assert.deepEqual(pages, all);
});
