import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { RuleAct } from "@suzheng/api-contract";
import { connectBody } from "../../testing/test-platform.ts";
import {
  CONTENT,
  checkedDraft,
  hireSigner,
  openRegister,
  REGULATOR,
  type Register,
  RULE,
  type Signer,
} from "./registry.fixture.ts";

const OTHER_BODY = "CNCA-R-2026-902";
const ACTS = "/rules/registry/acts";

let register: Register;
let stranger: Signer;
let draftCounter: number;
const file = (): RuleAct => ({ act: "file", rule: RULE, draftCounter });

before(async () => {
  register = await openRegister();
  await connectBody(register.place.platform, OTHER_BODY);
  stranger = await hireSigner(register.place, ["rule-manager", "quality-responsible"], OTHER_BODY);
  draftCounter = await checkedDraft(register);
});
after(() => register.place.close());

/** Entries in all logs; what is refused leaves it as it was. */
async function entries(): Promise<number> {
  const heads = await register.place.platform.logs.heads();
  return heads.reduce((sum, { size }) => sum + size, 0);
}

async function refusedWith(code: string, work: () => Promise<{ code: string }>): Promise<void> {
  const before = await entries();
  assert.equal((await work()).code, code);
  assert.equal(await entries(), before, "nothing is recorded");
}

const prepare = (who: Signer, act: RuleAct) => who.send("POST", `${ACTS}/prepare`, act);
const send = (who: Signer, act: RuleAct, signed: unknown = null) =>
  who.send("POST", ACTS, { act, signed });

test("only who may can prepare or do an act, and only for their own institution", async () => {
  const { manager, reviewer } = register;
  for (const who of [manager, reviewer]) {
    await refusedWith("role-insufficient", () => prepare(who, file()));
    await refusedWith("role-insufficient", () => send(who, file()));
  }
  await refusedWith("draft-unknown", () => prepare(stranger, file()));
  const own = { rule: RULE, version: "1" };
  const publish = { act: "publish", ...own, inForceFrom: "2026-12-01" } as const;
  await refusedWith("rule-not-found", () => prepare(stranger, publish));
  const of = { institution: register.body, ...own };
  await refusedWith("role-insufficient", () => send(stranger, { act: "begin-review", ...of }));
  manager.headers = { "suzheng-acting-for": REGULATOR };
  await refusedWith("not-a-member", () => send(manager, { act: "begin-review", ...of }));
  manager.headers = {};
});

test("a binding act without a signature is not recorded", async () => {
  await refusedWith("signature-missing", () => send(register.responsible, file()));
});

test("a signature over other content is refused", async () => {
  const { responsible } = register;
  const other = Buffer.alloc(32, 7).toString("base64url");
  const signed = { hash: other, assertion: await responsible.sign(other) };
  await refusedWith("signed-content-differs", () => send(responsible, file(), signed));
  const { hash } = await responsible.prepare(file());
  const swapped = { hash, assertion: await responsible.sign(other) };
  await refusedWith("signature-refused", () => send(responsible, file(), swapped));
});

test("another person's signature is refused", async () => {
  const { responsible, place } = register;
  const colleague = await hireSigner(place, ["quality-responsible"]);
  const { hash } = await responsible.prepare(file());
  await responsible.sign(hash);
  const signed = { hash, assertion: await colleague.sign(hash) };
  await refusedWith("signature-refused", () => send(responsible, file(), signed));
});

test("what was signed is filed, not what the draft became meanwhile", async () => {
  const { responsible, manager } = register;
  const { hash } = await responsible.prepare(file());
  const signed = { hash, assertion: await responsible.sign(hash) };
  const changed = { ...CONTENT, mark: "后来的标志" };
  const path = `/rules/registry/drafts/${RULE}`;
  await manager.send("PUT", path, { expected: draftCounter, content: changed });
  await refusedWith("draft-moved-on", () => send(responsible, file(), signed));
  const unchecked = { ...file(), draftCounter: draftCounter + 1 } as RuleAct;
  await refusedWith("self-check-missing", () => prepare(responsible, unchecked));
  draftCounter = await checkedDraft(register);
});

test("a rule outside the approved field does not pass the self-check and is not filed", async () => {
  const { manager, responsible } = register;
  const content = { ...CONTENT, field: "C", itemCodes: ["A010101", "C0101"] };
  await manager.send("POST", "/rules/registry/drafts", { rule: "outside", content });
  const path = "/rules/registry/drafts/outside/self-check";
  const { body } = await manager.send("POST", path, { expected: 1 });
  assert.equal(body.passed, false);
  assert.deepEqual(
    (body.findings as { code: string; field: string; severity: string }[])
      .filter(({ severity }) => severity === "error")
      .map(({ code, field }) => `${code} ${field}`),
    ["field-not-approved field", "item-code-not-approved itemCodes.1"],
  );
  const act = { act: "file", rule: "outside", draftCounter: 1 } as const;
  await refusedWith("self-check-missing", () => prepare(responsible, act));
});

test("one signature files once: sent again it finds the version filed", async () => {
  const { responsible } = register;
  const { hash } = await responsible.prepare(file());
  const signed = { hash, assertion: await responsible.sign(hash) };
  const two = await Promise.all([
    send(responsible, file(), signed),
    send(responsible, file(), signed),
  ]);
  const filed = two.filter(({ status }) => status === 200);
  assert.equal(filed.length, 1);
  await refusedWith("self-check-failed", () => send(responsible, file(), signed));
});

test("a body reads another's rules only once they are published", async () => {
  const path = `/rules/registry/rules/${register.body}/${RULE}`;
  for (const rest of ["", "/versions/1", "/versions/1/bundle", "/versions/1/certificates"]) {
    assert.equal((await stranger.send("GET", path + rest)).code, "rule-not-found", rest);
    assert.equal((await register.reviewer.send("GET", path + rest)).status, 200, rest);
  }
  assert.equal((await stranger.send("GET", "/rules/registry/filings")).code, "role-insufficient");
  const nobody = register.place.browser();
  assert.equal((await nobody.send("GET", path)).code, "session-missing");
});
