import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import type { RuleContent, RuleDraft, SelfCheckFinding } from "@suzheng/api-contract";
import { connectBody } from "../../testing/test-platform.ts";
import { openWorkplace, type Person, type Workplace } from "../accounts/workplace.fixture.ts";
import { CONTENT, RULE } from "./registry.fixture.ts";

const DRAFTS = "/rules/registry/drafts";
const HERE = `${DRAFTS}/${RULE}`;
const OTHER_BODY = "CNCA-R-2026-902";

let place: Workplace;
let one: Person;
let other: Person;

before(async () => {
  place = await openWorkplace();
  one = await place.hire(["rule-manager"]);
  other = await place.hire(["rule-manager"]);
});
after(() => place.close());

const withMark = (mark: string): RuleContent => ({ ...CONTENT, mark });
const markOf = (body: object): string => (body as RuleDraft).content.mark;
const save = (who: Person, expected: number, mark: string) =>
  who.send("PUT", HERE, { expected, content: withMark(mark) });

test("of two who edit the same draft the second sees the first's version, and nothing is lost", async () => {
  const created = await one.send("POST", DRAFTS, { rule: RULE, content: withMark("零") });
  assert.equal(created.status, 201);
  assert.equal((await save(one, 1, "甲")).body.counter, 2);
  const late = await save(other, 1, "乙");
  assert.equal(`${late.status} ${late.code}`, "409 draft-moved-on");
  const current = late.body.current as RuleDraft;
  assert.deepEqual([current.counter, current.content.mark], [2, "甲"]);
  assert.equal(markOf((await save(other, current.counter, "甲乙")).body), "甲乙");
});

test("of two saves at once only one is done", async () => {
  const marks = ["丙", "丁", "戊", "己"];
  const answers = await Promise.all(marks.map((mark) => save(one, 3, mark)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ code }) => code === "draft-moved-on").length, 3);
});

test("an earlier revision can be brought back, and that can be undone too", async () => {
  const { body } = await one.send("GET", `${HERE}/revisions`);
  const counters = (body.items as { counter: number }[]).map(({ counter }) => counter);
  assert.deepEqual(counters, [4, 3, 2, 1]);
  assert.equal(markOf((await one.send("GET", `${HERE}/revisions/2`)).body), "甲");
  const restored = await one.send("POST", `${HERE}/restore`, { expected: 4, revision: 1 });
  assert.deepEqual([restored.body.counter, markOf(restored.body)], [5, "零"]);
  const again = await one.send("POST", `${HERE}/restore`, { expected: 5, revision: 3 });
  assert.deepEqual([again.body.counter, markOf(again.body)], [6, "甲乙"]);
  const stale = await one.send("POST", `${HERE}/restore`, { expected: 5, revision: 1 });
  assert.equal(stale.code, "draft-moved-on");
  const missing = { expected: 6, revision: 99 };
  assert.equal((await one.send("POST", `${HERE}/restore`, missing)).code, "draft-unknown");
});

test("a self-check counts for the draft as it was, not for what is saved after it", async () => {
  const { body } = await one.send("POST", `${HERE}/self-check`, { expected: 6 });
  assert.deepEqual([body.passed, body.counter], [true, 6]);
  assert.equal((await one.send("GET", HERE)).body.state, "self-checked");
  await save(one, 6, "庚");
  assert.equal((await one.send("GET", HERE)).body.state, "draft");
  const stale = await one.send("POST", `${HERE}/self-check`, { expected: 6 });
  assert.equal(stale.code, "draft-moved-on");
});

const packs = resolve(import.meta.dirname, "../../../../../rule-packs/cnca-qms-01/2025");
const text = (name: string) => readFileSync(resolve(packs, name), "utf8");

async function findingsFor(rule: string, content: RuleContent): Promise<SelfCheckFinding[]> {
  await one.send("POST", DRAFTS, { rule, content });
  const { body } = await one.send("POST", `${DRAFTS}/${rule}/self-check`, { expected: 1 });
  return body.findings as SelfCheckFinding[];
}

test("a pack that is refused is shown with file, line, clause and what to do", async () => {
  const examples = text("examples.yaml");
  const broken = text("pack.yaml").replace(/^( {4}requires: )[a-z].*$/m, "$1unheardOf > 1");
  const pack = { pack: broken, examples };
  const found = await findingsFor("cnca-qms-01", { ...CONTENT, version: "2025", pack });
  const [first] = found.filter(({ code }) => code === "pack-refused");
  assert.ok(first?.place);
  assert.equal(first.place.file, "pack.yaml");
  assert.ok(first.place.line > 1);
  assert.ok(first.place.clause !== null);
  assert.ok(first.wayOut.zh !== "" && first.message.en !== "");
});

test("a pack whose examples hold passes, if it is the pack of this rule and version", async () => {
  const pack = { pack: text("pack.yaml"), examples: text("examples.yaml") };
  const found = await findingsFor("qms-copy", { ...CONTENT, version: "2025", pack });
  assert.deepEqual(
    found.map(({ code, severity }) => `${severity} ${code}`),
    ["error pack-other-rule"],
  );
  const path = `${DRAFTS}/cnca-qms-01`;
  const content = { ...CONTENT, version: "2025", pack };
  await one.send("PUT", path, { expected: 1, content });
  const { body } = await one.send("POST", `${path}/self-check`, { expected: 2 });
  assert.deepEqual(body.findings, []);
});

test("drafts are seen and changed by their own institution only", async () => {
  await connectBody(place.platform, OTHER_BODY);
  const stranger = await place.hire(["rule-manager"], OTHER_BODY);
  assert.deepEqual((await stranger.send("GET", DRAFTS)).body.items, []);
  assert.equal((await stranger.send("GET", HERE)).code, "draft-unknown");
  assert.equal((await save(stranger, 7, "外")).code, "draft-unknown");
  assert.equal((await stranger.send("POST", DRAFTS, { rule: RULE, content: CONTENT })).status, 201);
  assert.equal(markOf((await one.send("GET", HERE)).body), "庚");
});

test("who may not draft reads at most", async () => {
  const reader = await place.hire(["read-only"]);
  assert.equal((await reader.send("GET", HERE)).status, 200);
  assert.equal((await save(reader, 7, "辛")).code, "role-insufficient");
  const asked = { expected: 7 };
  for (const path of ["self-check", "withdraw"]) {
    assert.equal((await reader.send("POST", `${HERE}/${path}`, asked)).code, "role-insufficient");
  }
});

test("text that cannot be kept is bad input, and decomposed text is kept composed", async () => {
  const unfit = await save(one, 7, "a\u0000b");
  assert.equal(`${unfit.status} ${unfit.code}`, "400 draft-text-unfit");
  assert.equal((await save(one, 7, "a\ud800b")).code, "draft-text-unfit");
  assert.equal(markOf((await save(one, 7, "e\u0301")).body), "\u00e9");
});

test("a withdrawn draft is gone from the list, and its name can be used again", async () => {
  assert.equal(
    (await one.send("POST", `${HERE}/withdraw`, { expected: 7 })).code,
    "draft-moved-on",
  );
  assert.equal((await one.send("POST", `${HERE}/withdraw`, { expected: 8 })).status, 204);
  assert.equal((await one.send("GET", HERE)).code, "draft-unknown");
  assert.equal((await save(one, 8, "壬")).code, "draft-unknown");
  const again = await one.send("POST", DRAFTS, { rule: RULE, content: CONTENT });
  assert.deepEqual([again.status, again.body.counter, again.body.state], [201, 9, "draft"]);
  const taken = await one.send("POST", DRAFTS, { rule: RULE, content: CONTENT });
  assert.equal(taken.code, "rule-id-taken");
});
