import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { workloadPack } from "../../testing/workload-pack.ts";
import type { Person } from "../accounts/workplace.fixture.ts";
import { checkedDraft, openRegister, type Register, RULE } from "../registry/registry.fixture.ts";

let register: Register;

before(async () => {
  register = await openRegister();
  await reportRows(register.place.platform, [1, 2].flatMap(sampleRows));
  const draftCounter = await checkedDraft(register, { pack: workloadPack({ id: RULE, max: 1 }) });
  const filed = await register.responsible.act({ act: "file", rule: RULE, draftCounter });
  assert.equal(filed.status, 200, JSON.stringify(filed.body));
});
after(async () => {
  await register.place.app.whatIf.runs.close();
  await register.place.close();
});

const filedVersion = () =>
  ({ kind: "filed", institution: register.body, rule: RULE, version: "1" }) as const;

async function resultOf(who: Person, asked: object) {
  const begun = await who.send("POST", "/what-if", { since: "2024-01-01", ...asked });
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  for (let turn = 0; turn < 400; turn++) {
    const { body } = await who.send("GET", `/what-if/${begun.body.id}/result`);
    if (body.state === "finished") return body;
    await wait(50);
  }
  throw new Error("the run does not end");
}

test("a reviewer tries what a body filed on everybody's acts before accepting it", async () => {
  const { reviewer, body } = register;
  const choices = (await reviewer.send("GET", "/what-if/choices")).body;
  const [choice] = choices.filed as { institution: string; rule: string; state: string }[];
  assert.deepEqual([choice?.institution, choice?.rule, choice?.state], [body, RULE, "filed"]);
  const result = await resultOf(reviewer, { subject: filedVersion() });
  assert.equal(result.tried, 4);
  assert.equal((result.subject as { institution: string }).institution, body);
});

test("a draft is compared with the filed version that it is to replace", async () => {
  await checkedDraft(register, { version: "2", pack: secondVersion() });
  const subject = { kind: "draft", rule: RULE };
  const result = await resultOf(register.manager, { subject, base: filedVersion() });
  const [one] = result.requirements as { outcomes: object[] }[];
  assert.deepEqual(one?.outcomes, [
    { before: "met", after: "met", acts: 2 },
    { before: "not-met", after: "met", acts: 2 },
  ]);
});

function secondVersion() {
  const { pack, examples } = workloadPack({ id: RULE, max: 2 });
  return { examples, pack: pack.replace('version: "1"', 'version: "2"') };
}

test("another body may not try what is filed and not published", async () => {
  const { place } = register;
  const other = await connectBody(place.platform, "CNCA-R-2026-902");
  const stranger = await place.hire(["rule-manager"], other);
  const asked = { since: "2024-01-01", subject: filedVersion() };
  const { code } = await stranger.send("POST", "/what-if", asked);
  assert.equal(code, "what-if-rule-unknown");
});
