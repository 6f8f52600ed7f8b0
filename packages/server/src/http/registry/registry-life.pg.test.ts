import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { HangingCertificates, RegisteredRule } from "@suzheng/api-contract";
import { hangsOn } from "@suzheng/certification";
import { verifyBundle } from "@suzheng/verifier";
import { sha256 } from "../../ledger/sha256.ts";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { damagesOf } from "../../testing/test-platform.ts";
import { checkedDraft, openRegister, REGULATOR, type Register, RULE } from "./registry.fixture.ts";

let register: Register;
const NOTHING = { zh: "", en: "" };
const filed = () => ({ institution: register.body, rule: RULE, version: "1" });
const own = (version: string) => ({ rule: RULE, version });

before(async () => {
  register = await openRegister();
});
after(() => register.place.close());

async function states(): Promise<string[]> {
  const { body } = await register.manager.send("GET", "/rules/registry/rules");
  const items = body.items as RegisteredRule[];
  return items.flatMap(({ versions }) => versions.map((one) => `${one.version} ${one.state}`));
}

const publicly = (path: string) =>
  register.place.server.inject({
    url: `/api/v1/rules/registered/${register.body}/${RULE}${path}`,
    headers: { host: "localhost" },
  });

test("a draft is checked, filed under signature, and nobody outside sees it yet", async () => {
  const draftCounter = await checkedDraft(register);
  const recorded = await register.responsible.act({ act: "file", rule: RULE, draftCounter });
  assert.equal(recorded.status, 200, recorded.code);
  assert.deepEqual(await states(), ["1 filed"]);
  assert.equal((await publicly("")).json().code, "rule-not-found");
  assert.equal((await publicly("/versions/1/bundle")).statusCode, 404);
  const { body } = await register.reviewer.send("GET", "/rules/registry/filings");
  assert.equal((body.items as unknown[]).length, 1);
});

test("the filed bundle is the evidence that the entry names", async () => {
  const { body } = await register.reviewer.send(
    "GET",
    `/rules/registry/rules/${register.body}/${RULE}/versions/1/bundle`,
  );
  assert.equal(body.format, "suzheng-rule/1");
  const name = { institution: register.body, rule: RULE };
  const [entry] = await register.place.app.registry.rules.history(name.institution, name.rule);
  const { data } = JSON.parse(entry?.entry ?? "{}");
  const text = await register.place.app.registry.evidence.get(data.contentHash);
  assert.equal(hash("sha256", text ?? "", "hex"), data.contentHash);
  assert.equal(Buffer.byteLength(text ?? ""), data.contentBytes);
  assert.ok(!JSON.stringify(entry?.entry).includes("样例2"), "signers are not named");
});

test("a regulator takes it for review and returns it, and the body files it again", async () => {
  const { reviewer, responsible } = register;
  const taken = { act: { act: "begin-review", ...filed() }, signed: null };
  assert.equal((await reviewer.send("POST", "/rules/registry/acts", taken)).status, 200);
  const returned = await reviewer.act({ act: "return", ...filed(), reason: "缺少附录" });
  assert.equal(returned.body.state, "returned", returned.code);
  const draftCounter = await checkedDraft(register, { mark: "样例标志" });
  const again = await responsible.act({ act: "file", rule: RULE, draftCounter });
  assert.equal(again.body.state, "filed", again.code);
});

test("it is published, and everyone can fetch what was filed", async () => {
  const { responsible } = register;
  const inForceFrom = "2026-12-01";
  const done = await responsible.act({ act: "publish", ...own("1"), inForceFrom });
  assert.equal(done.body.state, "published", done.code);
  const bundle = await publicly("/versions/1/bundle");
  assert.equal(bundle.headers["cache-control"], "public, max-age=31536000, immutable");
  const digest = hash("sha256", bundle.body, "hex");
  assert.equal(bundle.headers.etag, `"${digest}"`);
  const version = (await publicly("/versions/1")).json();
  assert.deepEqual(
    [version.contentHash, version.mark, version.clauses.length, version.inForceFrom],
    [digest, "样例标志", 2, inForceFrom],
  );
  const rule = (await publicly("")).json() as RegisteredRule;
  assert.deepEqual(
    rule.history.map(({ type }) => type),
    ["RuleFiled", "RuleReviewBegun", "RuleReturned", "RuleFiled", "RulePublished"],
  );
  assert.deepEqual(rule.history[2]?.reviewer, { institution: REGULATOR, name: "样例省局" });
  assert.equal(rule.versions[0]?.filedAt, rule.history[0]?.recordedAt);
});

const search = async (words: string): Promise<string[]> => {
  const { body } = await register.manager.send(
    "GET",
    `/rules/search?q=${encodeURIComponent(words)}`,
  );
  const items = body.items as { institution: string; version: string; state: string }[];
  return items.map(({ institution, version, state }) => `${institution} ${version} ${state}`);
};

test("its clauses are found by everyone, those of a filing are not", async () => {
  assert.deepEqual(await search("适用于样例服务"), [`${register.body} 1 published`]);
  const changes = {
    clauses: [{ number: "1", title: NOTHING, text: { zh: "尚未发布的条款", en: "" } }],
  };
  const draftCounter = await checkedDraft(register, changes, "unpublished");
  await register.responsible.act({ act: "file", rule: "unpublished", draftCounter });
  assert.deepEqual(await search("尚未发布的条款"), []);
});

test("a second version follows it on the day that it begins", async () => {
  const changes = { version: "2", inForceFrom: "2027-01-01" };
  const draftCounter = await checkedDraft(register, changes);
  await register.responsible.act({ act: "file", rule: RULE, draftCounter });
  const act = { act: "publish", ...own("2"), inForceFrom: "2027-01-01" } as const;
  assert.equal((await register.responsible.act(act)).status, 200);
  assert.deepEqual(await states(), ["1 superseded", "2 published", "1 filed"]);
  assert.deepEqual(await search("适用于样例服务"), [
    `${register.body} 2 published`,
    `${register.body} 1 superseded`,
  ]);
  const rule = (await publicly("")).json() as RegisteredRule;
  assert.equal(rule.versions[0]?.inForceUntil, "2027-01-01");
});

/** A certificate of 10 February 2026, under the item code that reports' examples have. */
async function report(): Promise<void> {
  const rows = sampleRows(0).filter(({ table }) => table === "103010");
  const outcomes = await reportRows(register.place.platform, rows);
  assert.deepEqual(outcomes, [{ outcome: "recorded" }]);
}

test("cancelling a version lists the certificates that hang on it and opens their duties", async () => {
  await report();
  const { registry } = register.place.app;
  const on = { itemCodes: ["A01"], inForceFrom: "2026-01-01", inForceUntil: null };
  const all = await registry.rules.hanging(register.body, on);
  assert.deepEqual(
    all.map(({ number }) => number),
    [certificateNumber(0)],
  );
  assert.ok(all.every((one) => hangsOn(on, one)));
  const third = { version: "3", inForceFrom: "2027-02-01", itemCodes: [all[0]?.itemCode ?? ""] };
  const draftCounter = await checkedDraft(register, third, "older-service");
  const { responsible } = register;
  await responsible.act({ act: "file", rule: "older-service", draftCounter });
  const of = { rule: "older-service", version: "3" };
  await responsible.act({ act: "publish", ...of, inForceFrom: "2026-01-01" });
  const cancel = { ...of, reason: "超出范围", certificatesSettledBy: "2026-12-31" };
  const prepared = await responsible.prepare({ act: "cancel", ...cancel });
  assert.equal(prepared.certificates, 1);
  const cancelled = await responsible.act({ act: "cancel", ...cancel });
  assert.equal(cancelled.body.state, "cancelled", cancelled.code);
  const path = `/rules/registry/rules/${register.body}/older-service/versions/3/certificates`;
  const hanging = (await register.manager.send("GET", path)).body as HangingCertificates;
  assert.deepEqual(
    [hanging.total, hanging.duties.map(({ certificate, dueOn }) => [certificate, dueOn])],
    [1, [[certificateNumber(0), "2026-12-31"]]],
  );
  const entries = await registry.rules.history(register.body, "older-service");
  const { data } = JSON.parse(entries.at(-1)?.entry ?? "{}");
  const list = JSON.parse((await registry.evidence.get(data.certificatesHash)) ?? "{}");
  assert.deepEqual(list.certificates, [certificateNumber(0)]);
});

test("the rule's proof verifies offline, signatures included, and fsck finds nothing", async () => {
  const { platform } = register.place;
  await platform.publisher.publish();
  const { statusCode, body } = await publicly("/proof");
  assert.equal(statusCode, 200);
  const { trust } = platform;
  const verification = verifyBundle({ bundle: body, trust, sha256 });
  assert.equal(verification.outcome, "valid", JSON.stringify(verification.steps.at(-1)));
  const signatures = verification.steps.filter(({ step }) => step === "signature");
  assert.deepEqual(
    signatures.map(({ outcome }) => outcome),
    Array(6).fill("valid"),
  );
  const names = verification.streams.flatMap(({ events }) =>
    events.map(({ disclosed }) => disclosed),
  );
  assert.deepEqual(names.flat(), []);
  assert.deepEqual(await damagesOf(platform), []);
});

test("fsck notices evidence that is gone or changed", async () => {
  const { platform } = register.place;
  const entries = await register.place.app.registry.rules.history(register.body, RULE);
  const [first, second] = entries.flatMap(({ entry }) => {
    const { type, data } = JSON.parse(entry);
    return type === "RuleFiled" ? [String(data.contentHash)] : [];
  });
  const fileOf = (name = "") =>
    join(platform.dataFolder, "evidence", "sha256", name.slice(0, 2), name);
  const kept = readFileSync(fileOf(first));
  rmSync(fileOf(first));
  appendFileSync(fileOf(second), " ");
  const told = await damagesOf(platform);
  assert.deepEqual(
    told.map((one) => one.replace(/.*found /, "")),
    ["missing", "damaged"],
  );
  assert.ok(told[0]?.startsWith("evidence: ") && told[0].includes(String(first)));
  writeFileSync(fileOf(first), kept);
  truncateSync(fileOf(second), readFileSync(fileOf(second)).length - 1);
  assert.deepEqual(await damagesOf(platform), []);
});

test("fsck notices a version's row that its entries do not tell", async () => {
  const { platform } = register.place;
  const { database } = platform;
  const changes = [
    "update rule_versions set state = 'published' where rule = 'older-service'",
    "update rule_versions set filed_at = filed_at - interval '1 day' where version = '2'",
    `insert into rule_versions select institution, rule, '9', state, in_force_from, in_force_until,
       title, title_english, category, field, number, issuer, issued_on, updated_on, item_codes,
       content_hash, content_bytes, is_executable, filed_at, last_index, clauses
     from rule_versions where version = '2'`,
    "delete from rule_versions where rule = 'sample-service' and version = '1'",
  ];
  for (const sql of changes) await database.query(sql);
  const kinds = (await damagesOf(platform)).map((told) => told.replace(/ in `.*|: `.*?`/, ""));
  assert.equal(kinds.filter((told) => told.startsWith("rule: ")).length, 4, kinds.join("\n"));
  assert.equal(kinds.length, 4);
});
