import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AssertionOptions, CreationOptions } from "@suzheng/api-contract";
import {
  type Misbehaviour,
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from "./software-authenticator.fixture.ts";
import { type Browser, openWorkplace, SITE, type Workplace } from "./workplace.fixture.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

const optionsOf = <T>(body: Record<string, unknown>): T => body.options as T;
let joined = 0;

/** A person who accepts an invitation with a passkey. */
async function join(wrong: Misbehaviour = {}) {
  const code = await place.inviteTo(place.body, ["rule-manager"]);
  joined += 1;
  const names = { code, signInName: `passkey-person-${joined}`, name: "样例" };
  const browser = place.browser();
  const device = softwareAuthenticator(SITE);
  const { body } = await browser.send("POST", "/invitations/passkey/begin", names);
  const options = optionsOf<CreationOptions>(body);
  const by = { means: "passkey", attestation: device.register(options, wrong) };
  const answer = await browser.send("POST", "/invitations/accept", { ...names, by });
  return { ...answer, browser, device, options, names, by };
}

async function signInWith(
  device: SoftwareAuthenticator,
  { wrong = {}, browser = place.browser() }: { wrong?: Misbehaviour; browser?: Browser } = {},
) {
  const { body } = await browser.send("POST", "/sign-in/passkey/begin");
  const assertion = device.sign(optionsOf<AssertionOptions>(body), wrong);
  const answer = await browser.send("POST", "/sign-in/passkey/finish", { assertion });
  return { ...answer, browser, assertion };
}

test("a passkey is asked for on the device, with the person verified, bound to this site", async () => {
  const { options } = await join();
  assert.deepEqual(options.authenticatorSelection, {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  });
  assert.deepEqual(
    options.pubKeyCredParams.map(({ alg }) => alg),
    [-8, -7],
  );
  assert.equal(options.rp.id, "localhost");
});

test("a person with a passkey signs in again without a name", async () => {
  const { status, body, device } = await join();
  assert.equal(status, 200);
  assert.deepEqual(body.recoveryCodes, []);
  const again = await signInWith(device);
  assert.equal(again.status, 200);
  assert.equal(again.body.means, "passkey");
});

const WRONG: Misbehaviour[] = [
  { origin: "https://evil.example" },
  { rpId: "evil.example" },
  { flags: 0b001 },
  { flags: 0b100 },
];

test("a passkey is not registered for another site or without verifying the person", async () => {
  for (const wrong of WRONG) {
    assert.equal((await join(wrong)).code, "passkey-refused", JSON.stringify(wrong));
  }
});

test("nobody signs in with what another site, key or unverified person signed", async () => {
  const { device } = await join();
  for (const wrong of [...WRONG, { otherKey: true }]) {
    const refused = await signInWith(device, { wrong });
    assert.equal(refused.code, "sign-in-refused", JSON.stringify(wrong));
    assert.equal(refused.browser.cookie, null);
  }
  const stranger = softwareAuthenticator(SITE);
  assert.equal((await signInWith(stranger)).code, "sign-in-refused");
});

test("an answer works once, and a challenge that was never given or is over not at all", async () => {
  const { device } = await join();
  const { browser, assertion } = await signInWith(device);
  const again = await browser.send("POST", "/sign-in/passkey/finish", { assertion });
  assert.equal(again.code, "sign-in-refused");
  const { body } = await browser.send("POST", "/sign-in/passkey/begin");
  const options = optionsOf<AssertionOptions>(body);
  const made = { ...options, challenge: Buffer.alloc(32, 1).toString("base64url") };
  const invented = { assertion: device.sign(made) };
  const never = await browser.send("POST", "/sign-in/passkey/finish", invented);
  assert.equal(never.code, "sign-in-refused");
  place.later(5 * 60_000);
  const late = { assertion: device.sign(options) };
  assert.equal(
    (await browser.send("POST", "/sign-in/passkey/finish", late)).code,
    "sign-in-refused",
  );
});

test("a device that counts its signatures and counts back is a copy, and signs nobody in", async () => {
  const { device } = await join();
  assert.equal((await signInWith(device, { wrong: { count: 5 } })).status, 200);
  assert.equal((await signInWith(device, { wrong: { count: 6 } })).status, 200);
  assert.equal((await signInWith(device, { wrong: { count: 6 } })).code, "sign-in-refused");
});

test("the names of a passkey cannot be changed after the device was asked", async () => {
  const code = await place.inviteTo(place.body, ["rule-manager"]);
  const browser = place.browser();
  const names = { code, signInName: "asked-for", name: "样例" };
  const { body } = await browser.send("POST", "/invitations/passkey/begin", names);
  const attestation = softwareAuthenticator(SITE).register(optionsOf<CreationOptions>(body));
  const by = { means: "passkey", attestation };
  const accepted = { ...names, signInName: "another", by };
  assert.equal(
    (await browser.send("POST", "/invitations/accept", accepted)).code,
    "passkey-refused",
  );
});

async function add(browser: Browser, device: SoftwareAuthenticator, name: string) {
  const { body, code, status } = await browser.send("POST", "/account/passkeys/begin");
  if (status !== 200) return { status, code, body };
  const attestation = device.register(optionsOf<CreationOptions>(body));
  return await browser.send("POST", "/account/passkeys", { name, attestation });
}

test("a person adds, names and revokes passkeys; a revoked one signs nobody in", async () => {
  const person = await place.hire(["rule-manager"]);
  const [first, second] = [softwareAuthenticator(SITE), softwareAuthenticator(SITE)];
  assert.equal((await add(person, first, "手机")).status, 201);
  assert.equal((await add(person, second, "钥匙")).status, 201);
  assert.equal((await add(person, first, "again")).code, "passkey-known");
  const renamed = await person.send("PATCH", `/account/passkeys/${first.id}`, { name: "旧手机" });
  assert.equal(renamed.body.name, "旧手机");
  assert.equal((await signInWith(first)).status, 200);
  assert.equal((await person.send("DELETE", `/account/passkeys/${first.id}`)).status, 204);
  assert.equal((await signInWith(first)).code, "sign-in-refused");
  const { body } = await person.send("GET", "/account");
  const names = (body.passkeys as { name: string }[]).map(({ name }) => name);
  assert.deepEqual([names, body.hasPassword], [["钥匙"], true]);
});

test("nobody changes the passkeys of another", async () => {
  const { device } = await join();
  const other = await place.hire(["administrator"]);
  const path = `/account/passkeys/${device.id}`;
  assert.equal((await other.send("DELETE", path)).code, "passkey-unknown");
  assert.equal((await other.send("PATCH", path, { name: "mine" })).code, "passkey-unknown");
});

test("the last means of signing in stays, until there is a password", async () => {
  const { browser, device } = await join();
  const path = `/account/passkeys/${device.id}`;
  assert.equal((await browser.send("DELETE", path)).code, "last-means-of-sign-in");
  assert.equal((await browser.send("POST", "/account/recovery-codes")).code, "password-missing");
  const { body } = await browser.send("POST", "/account/totp/begin");
  const totp = await place.totp(String(body.secret));
  const given = { password: "four unrelated words here", totp };
  const wrong = { ...given, totp: totp === "000000" ? "000001" : "000000" };
  assert.equal((await browser.send("PUT", "/account/password", wrong)).code, "totp-refused");
  const other = (await signInWith(device)).browser;
  const set = await browser.send("PUT", "/account/password", given);
  assert.equal((set.body.recoveryCodes as string[]).length, 10);
  assert.equal((await other.send("GET", "/session")).code, "session-missing", "signed out there");
  assert.equal((await browser.send("DELETE", path)).status, 204);
});

test("means of signing in are changed within half an hour of signing in", async () => {
  const person = await place.hire(["rule-manager"]);
  place.later(30 * 60_000);
  const device = softwareAuthenticator(SITE);
  assert.equal((await add(person, device, "x")).code, "recent-sign-in-needed");
  for (const path of ["/account/totp/begin", "/account/recovery-codes"]) {
    assert.equal((await person.send("POST", path)).code, "recent-sign-in-needed", path);
  }
});

test("at a bare address there are no passkeys, and the answer says what to do", async () => {
  const browser = place.browser();
  browser.headers = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" };
  const { code } = await browser.send("POST", "/sign-in/passkey/begin");
  assert.equal(code, "passkey-site-missing");
});
