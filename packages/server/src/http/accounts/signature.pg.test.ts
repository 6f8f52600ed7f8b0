import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { after, before, test } from "node:test";
import type { AssertionOptions, CreationOptions } from "@suzheng/api-contract";
import { verifyPasskeySignature } from "@suzheng/verifier";
import { takeSignature } from "../../application/accounts/credentials/signatures.ts";
import { type Misbehaviour, softwareAuthenticator } from "./software-authenticator.fixture.ts";
import { openWorkplace, type Person, SITE, type Workplace } from "./workplace.fixture.ts";

const CONTENT = hash("sha256", "样例认证规则 v1", "base64url");
const OTHER = hash("sha256", "样例认证规则 v2", "base64url");
const VISIT = {
  site: { origin: SITE, rpId: "localhost", isSecure: false },
  address: "127.0.0.1",
  userAgent: "",
};

let place: Workplace;
let person: Person;
const device = softwareAuthenticator(SITE);

before(async () => {
  place = await openWorkplace();
  person = await place.hire(["quality-responsible"]);
  const { body } = await person.send("POST", "/account/passkeys/begin");
  const attestation = device.register(body.options as CreationOptions);
  await person.send("POST", "/account/passkeys", { name: "钥匙", attestation });
});
after(() => place.close());

const actingAs = async (one: Person) => {
  const { body } = await one.send("GET", "/session");
  const account = (body.account as { id: string }).id;
  return { actor: { account, roles: [] }, institution: place.body };
};

async function begin(contentHash = CONTENT): Promise<AssertionOptions> {
  const { body, status } = await person.send("POST", "/signatures/begin", { hash: contentHash });
  assert.equal(status, 200);
  return body.options as AssertionOptions;
}

async function take(assertion: ReturnType<typeof device.sign>, contentHash = CONTENT, by = person) {
  const acting = await actingAs(by);
  const signed = { hash: contentHash, assertion };
  return await takeSignature(place.app.accounts, { acting, visit: VISIT }, signed);
}

const codeOf = (result: Awaited<ReturnType<typeof take>>): string =>
  result.outcome === "refused" ? result.code : "done";

test("a person's signature over a hash becomes evidence that a stranger can check", async () => {
  const options = await begin();
  assert.equal(options.challenge, CONTENT);
  assert.deepEqual(
    options.allowCredentials.map(({ id }) => id),
    [device.id],
  );
  const taken = await take(device.sign(options));
  assert.ok(taken.outcome === "done");
  const evidence = JSON.parse(JSON.stringify(taken.value.signature));
  assert.equal(verifyPasskeySignature(evidence).outcome, "valid");
  assert.equal(taken.value.credential, device.id);
});

test("a signature is taken once, and only after it was begun", async () => {
  const options = await begin();
  const assertion = device.sign(options);
  assert.equal(codeOf(await take(assertion)), "done");
  assert.equal(codeOf(await take(assertion)), "signature-refused");
  const unbegun = device.sign({ ...options, challenge: OTHER });
  assert.equal(codeOf(await take(unbegun, OTHER)), "signature-refused");
});

const WRONG: Misbehaviour[] = [
  { origin: "https://evil.example" },
  { rpId: "evil.example" },
  { flags: 0b001 },
  { otherKey: true },
];

test("what another site, key or unverified person signed is no evidence", async () => {
  for (const wrong of WRONG) {
    const assertion = device.sign(await begin(), wrong);
    assert.equal(codeOf(await take(assertion)), "signature-refused", JSON.stringify(wrong));
  }
});

test("a signature over other content, or by another person, is refused", async () => {
  const options = await begin();
  await begin(OTHER);
  assert.equal(codeOf(await take(device.sign(options), OTHER)), "signature-refused");
  const other = await place.hire(["quality-responsible"]);
  assert.equal(codeOf(await take(device.sign(options), CONTENT, other)), "signature-refused");
});

test("a role that signs nothing cannot begin, nor a person without a passkey", async () => {
  const reader = await place.hire(["read-only"]);
  const body = { hash: CONTENT };
  assert.equal((await reader.send("POST", "/signatures/begin", body)).code, "role-insufficient");
  const bare = await place.hire(["rule-manager"]);
  assert.equal((await bare.send("POST", "/signatures/begin", body)).code, "passkey-unknown");
});
