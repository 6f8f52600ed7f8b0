import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { WORKLOAD, workloadPack } from "../../testing/workload-pack.ts";
import { openWorkplace, type Person, type Workplace } from "../accounts/workplace.fixture.ts";
import { CONTENT } from "../registry/registry.fixture.ts";

const REGULATOR = "regulator:sample-province";
let place: Workplace;
let person: Person;

before(async () => {
  place = await openWorkplace();
  await reportRows(place.platform, [1, 2].flatMap(sampleRows));
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
  person = await place.hire(["rule-manager"]);
});
after(async () => {
  await place.app.whatIf.runs.close();
  await place.close();
});

const SINCE = "2024-01-01";
const parameters = (values: Record<string, unknown>) => ({
  since: SINCE,
  subject: { kind: "parameters", rule: "cnca-qms-01", version: "2025", parameters: values },
});
const ASK = parameters({ onSiteDaysMax: 1 });

async function finished(who: Person, id: unknown) {
  for (let turn = 0; turn < 400; turn++) {
    const { body } = await who.send("GET", `/what-if/${id}`);
    if (body.state !== "running" && body.state !== "waiting") return body;
    await wait(50);
  }
  throw new Error("the run does not end");
}

/** Begins a try and waits for its end; its id. */
async function tried(who: Person, asked: object): Promise<unknown> {
  const begun = await who.send("POST", "/what-if", asked);
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  assert.equal((await finished(who, begun.body.id)).state, "finished");
  return begun.body.id;
}

async function saveDraft(rule: string, pack: { pack: string; examples: string } | null) {
  const content = { ...CONTENT, pack };
  const made = await person.send("POST", "/rules/registry/drafts", { rule, content });
  assert.equal(made.status, 201, JSON.stringify(made.body));
}

test("a rule manager tries another ceiling on the body's acts and reads which ones flip", async () => {
  const id = await tried(person, ASK);
  const { body } = await person.send("GET", `/what-if/${id}/result`);
  assert.deepEqual([body.tried, body.flipped, body.contradicted], [4, 4, 0]);
  const [one] = body.requirements as { clause: string; outcomes: object[]; isRecorded: boolean }[];
  assert.deepEqual([one?.clause, one?.isRecorded], ["3.9", true]);
  assert.deepEqual(one?.outcomes, [{ before: "met", after: "not-met", acts: 4 }]);
  assert.deepEqual((body.subject as { parameters: object[] }).parameters, [
    { id: "onSiteDaysMax", before: 180, after: 1 },
  ]);
  const listed = (await person.send("GET", "/what-if")).body.items as { id: string }[];
  assert.equal(listed[0]?.id, id);
});

test("cases come by filter and page, and a made-up cursor is refused", async () => {
  const id = await tried(person, ASK);
  const all = (await person.send("GET", `/what-if/${id}/cases`)).body;
  const cases = all.items as { certificate: string; index: number }[];
  assert.deepEqual([cases.length, all.nextCursor], [4, null]);
  assert.deepEqual([...new Set(cases.map(({ certificate }) => certificate))].sort(), [
    certificateNumber(1),
    certificateNumber(2),
  ]);
  const none = await person.send("GET", `/what-if/${id}/cases?after=met`);
  assert.deepEqual(none.body.items, []);
  const forged = await person.send("GET", `/what-if/${id}/cases?cursor=eyJhIjoxfQ`);
  assert.equal(`${forged.status} ${forged.code}`, "400 cursor-malformed");
});

test("the file of cases has a byte order mark, a line for each flip and links", async () => {
  const id = await tried(person, ASK);
  const reply = await place.server.inject({
    method: "GET",
    url: `/api/v1/what-if/${id}/cases.csv`,
    headers: { cookie: String(person.cookie), host: "localhost:8080" },
  });
  assert.equal(reply.headers["content-type"], "text/csv; charset=utf-8");
  assert.deepEqual([...reply.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = reply.body.slice(1).split("\r\n");
  assert.match(lines[0] ?? "", /^机构批准号,机构,条款,/);
  assert.equal(lines.length, 4 + 2, "a head, four cases, nothing after the last line end");
  assert.match(lines[1] ?? "", /,3\.9,.*,符合,不符合,.*http:\/\/localhost:8080\/c\//);
});

test("a draft is tried as it stands", async () => {
  await saveDraft("sample-workload", workloadPack({ id: "sample-workload", max: 1 }));
  const id = await tried(person, {
    since: SINCE,
    subject: { kind: "draft", rule: "sample-workload" },
  });
  const { body } = await person.send("GET", `/what-if/${id}/result`);
  const subject = body.subject as { kind: string; institution: string; counter: number };
  assert.deepEqual([subject.kind, subject.institution, subject.counter], ["draft", place.body, 1]);
  const [one] = body.requirements as { missing: object[]; outcomes: object[] }[];
  assert.deepEqual(one?.missing, []);
  assert.deepEqual(one?.outcomes, [
    { before: "not-applicable", after: "met", acts: 2 },
    { before: "not-applicable", after: "not-met", acts: 2 },
  ]);
});

test("a draft that does not hold is refused with every place that is wrong", async () => {
  const broken = WORKLOAD.pack
    .replaceAll("sample-workload", "sample-broken")
    .replace("certificatesInCycleYear <=", "certificatesInYear <=");
  await saveDraft("sample-broken", { ...WORKLOAD, pack: broken });
  const asked = { since: SINCE, subject: { kind: "draft", rule: "sample-broken" } };
  const { status, code, body } = await person.send("POST", "/what-if", asked);
  assert.deepEqual([status, code], [409, "what-if-pack-refused"]);
  const [first] = body.errors as { clause: string; line: number; code: string }[];
  assert.deepEqual([first?.code, first?.clause], ["unknown-fact", "1"]);
  assert.match(broken.split("\n")[(first?.line ?? 0) - 1] ?? "", /certificatesInYear/);
});

test("a draft made to keep the server busy is refused with a code and what to do", async () => {
  const bomb = "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b]\n";
  const keys = Array.from({ length: 42_000 }, (_, index) => `${index}:`).join("\n");
  const rows = [
    [bomb, ["too-many-aliases"]],
    [keys, ["file-too-large"]],
  ] as const;
  for (const [pack, expected] of rows) {
    const subject = { kind: "texts", pack, examples: WORKLOAD.examples };
    const { status, code, body } = await person.send("POST", "/what-if", { since: SINCE, subject });
    assert.deepEqual([status, code], [409, "what-if-pack-refused"]);
    const errors = body.errors as { code: string; wayOut: { zh: string } }[];
    assert.deepEqual(
      errors.map((error) => error.code),
      expected,
    );
    assert.notEqual(errors[0]?.wayOut.zh, undefined);
  }
});

test("what cannot be tried is refused in words", async () => {
  await saveDraft("sample-words", null);
  const refusals = [
    [{ since: SINCE, subject: { kind: "draft", rule: "sample-words" } }, "what-if-not-executable"],
    [{ since: SINCE, subject: { kind: "draft", rule: "nothing" } }, "what-if-rule-unknown"],
    [parameters({}), "what-if-changes-nothing"],
    [parameters({ onSiteDaysMax: 180 }), "what-if-changes-nothing"],
    [parameters({ nothing: 1 }), "what-if-pack-refused"],
  ] as const;
  for (const [asked, expected] of refusals) {
    assert.equal((await person.send("POST", "/what-if", asked)).code, expected);
  }
});

test("a value that its unit cannot be is refused with what it has to be", async () => {
  for (const value of [-5, 1.5]) {
    const { code, body } = await person.send(
      "POST",
      "/what-if",
      parameters({ onSiteDaysMax: value }),
    );
    assert.equal(code, "what-if-pack-refused");
    const [error] = body.errors as { code: string; message: { zh: string } }[];
    assert.equal(error?.code, "value-outside-unit");
    assert.match(error?.message.zh ?? "", new RegExp(`\`${value}\`，须为`));
  }
});

test("what may be tried is told: parameters that decide outcomes, drafts and bodies", async () => {
  const { body } = await person.send("GET", "/what-if/choices");
  const packs = body.packs as { id: string; parameters: { id: string }[] }[];
  const qms = packs.find(({ id }) => id === "cnca-qms-01");
  assert.ok(qms?.parameters.some(({ id }) => id === "onSiteDaysMax"));
  const drafts = body.drafts as { rule: string; isExecutable: boolean }[];
  const executable = Object.fromEntries(drafts.map((one) => [one.rule, one.isExecutable]));
  assert.deepEqual([executable["sample-workload"], executable["sample-words"]], [true, false]);
  const bodies = body.institutions as { approvalNumber: string }[];
  assert.deepEqual(
    bodies.map(({ approvalNumber }) => approvalNumber),
    [place.body],
  );
});

test("a run of one body is unknown to another, which tries its own acts only", async () => {
  const id = await tried(person, ASK);
  const other = await connectBody(place.platform, "CNCA-R-2026-902");
  const stranger = await place.hire(["rule-manager"], other);
  for (const part of ["", "/result", "/cases", "/cases.csv"]) {
    const { code } = await stranger.send("GET", `/what-if/${id}${part}`);
    assert.equal(code, "what-if-unknown", part);
  }
  for (const act of ["cancel", "resume"]) {
    assert.equal((await stranger.send("POST", `/what-if/${id}/${act}`)).code, "what-if-unknown");
  }
  const asked = { ...ASK, institutions: [place.body] };
  assert.equal((await stranger.send("POST", "/what-if", asked)).code, "what-if-institutions-unfit");
  const draft = { since: SINCE, subject: { kind: "draft", rule: "sample-workload" } };
  assert.equal((await stranger.send("POST", "/what-if", draft)).code, "what-if-rule-unknown");
});

test("a regulator tries every body's acts, or those of the bodies it names", async () => {
  const reviewer = await place.hire(["regulator-reviewer"], REGULATOR);
  const all = await tried(reviewer, ASK);
  const { body } = await reviewer.send("GET", `/what-if/${all}/result`);
  assert.deepEqual([body.flipped, (body.institutions as string[]).length], [4, 2]);
  const one = await tried(reviewer, { ...ASK, institutions: ["CNCA-R-2026-902"] });
  assert.equal((await reviewer.send("GET", `/what-if/${one}/result`)).body.flipped, 0);
});

test("who may not try is refused", async () => {
  const reader = await place.hire(["read-only"]);
  assert.equal((await reader.send("POST", "/what-if", ASK)).code, "role-insufficient");
  assert.equal((await reader.send("GET", "/what-if/choices")).code, "role-insufficient");
});

test("what a server that ended left under way is shown as interrupted and can go on", async () => {
  const id = await tried(person, ASK);
  const name = { institution: place.body, id: String(id) };
  const { store } = place.app.whatIf;
  const run = (await store.find(name)) ?? assert.fail("it is stored");
  await store.remove(name);
  const cursor = { log: 0, stream: null, version: 0 };
  const tally = { read: 0, tried: 0, flipped: 0, contradicted: 0, requirements: [], counts: [] };
  await store.save({ ...run, state: "running", cursor, tally }, []);
  assert.equal((await person.send("GET", `/what-if/${id}`)).body.state, "interrupted");
  assert.equal((await person.send("POST", `/what-if/${id}/resume`)).status, 202);
  await finished(person, id);
  assert.equal((await person.send("GET", `/what-if/${id}/result`)).body.flipped, 4);
});
