import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openWorkplace, type Person, SITE, type Workplace } from "./workplace.fixture.ts";

const HOUR_MS = 3_600_000;
const REGULATOR = "regulator:sample-province";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
});
after(() => place.close());

/** The same person at another device. */
async function elsewhere(person: Person) {
  const browser = place.browser();
  const code = person.recoveryCodes.pop();
  const { status } = await browser.send("POST", "/sign-in/password", {
    signInName: person.signInName,
    password: "four unrelated words here",
    secondFactor: { kind: "recovery-code", code },
  });
  assert.equal(status, 200);
  return browser;
}

test("nobody is signed in without a cookie of ours", async () => {
  const browser = place.browser();
  assert.equal((await browser.send("GET", "/session")).code, "session-missing");
  browser.cookie = "suzheng-session=invented";
  const { status, code, headers } = await browser.send("GET", "/session");
  assert.equal(`${status} ${code}`, "401 session-missing");
  assert.equal(headers["cache-control"], "no-store");
});

test("a session ends after two idle hours, and after twelve in any case", async () => {
  const idle = await place.hire(["read-only"]);
  place.later(2 * HOUR_MS - 1000);
  assert.equal((await idle.send("GET", "/session")).status, 200);
  place.later(2 * HOUR_MS);
  assert.equal((await idle.send("GET", "/session")).code, "session-missing");
  const busy = await place.hire(["read-only"]);
  for (let hour = 1; hour < 12; hour++) {
    place.later(HOUR_MS);
    assert.equal((await busy.send("GET", "/session")).status, 200, `hour ${hour}`);
  }
  place.later(HOUR_MS);
  assert.equal((await busy.send("GET", "/session")).code, "session-missing");
});

test("signing out ends this session, and signing out everywhere all of them", async () => {
  const person = await place.hire(["read-only"]);
  const [second, third] = [await elsewhere(person), await elsewhere(person)];
  const stolen = second.cookie;
  assert.equal((await second.send("DELETE", "/session")).status, 204);
  assert.equal(second.cookie, null);
  second.cookie = stolen;
  assert.equal((await second.send("GET", "/session")).code, "session-missing");
  assert.equal((await third.send("GET", "/session")).status, 200);
  assert.equal((await person.send("DELETE", "/sessions")).status, 204);
  assert.equal((await third.send("GET", "/session")).code, "session-missing");
});

test("a person sees and ends their own sessions, and nobody else's", async () => {
  const person = await place.hire(["read-only"]);
  const other = await place.hire(["administrator"]);
  const second = await elsewhere(person);
  type Listed = { id: string; isCurrent: boolean; address: string };
  const items = (await person.send("GET", "/sessions")).body.items as Listed[];
  assert.deepEqual(items.map(({ isCurrent }) => isCurrent).sort(), [false, true]);
  assert.equal(items[0]?.address, "127.0.0.0/24");
  const lost = items.find(({ isCurrent }) => !isCurrent)?.id;
  assert.equal((await other.send("DELETE", `/sessions/${lost}`)).code, "session-unknown");
  assert.equal((await person.send("DELETE", `/sessions/${lost}`)).status, 204);
  assert.equal((await second.send("GET", "/session")).code, "session-missing");
});

test("a page of another site can change nothing", async () => {
  const person = await place.hire(["administrator"]);
  const invitation = { roles: ["read-only"] };
  const foreign = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:9999" },
    { origin: undefined, "sec-fetch-site": "cross-site" },
    { origin: undefined, "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    person.headers = headers;
    const { status, code } = await person.send("POST", "/members/invitations", invitation);
    assert.equal(`${status} ${code}`, "403 cross-site-request", JSON.stringify(headers));
    assert.equal((await person.send("POST", "/sign-in/passkey/begin")).code, "cross-site-request");
    assert.equal((await person.send("DELETE", "/session")).code, "cross-site-request");
  }
  person.headers = { origin: undefined, "sec-fetch-site": "same-origin" };
  assert.equal((await person.send("POST", "/members/invitations", invitation)).status, 201);
});

test("without a public address only this machine's names are believed", async () => {
  const browser = place.browser();
  browser.headers = { host: "rebound.evil.example", origin: "http://rebound.evil.example" };
  assert.equal((await browser.send("POST", "/sign-in/passkey/begin")).code, "public-url-unset");
});

test("the cookie is kept from scripts and from other sites", async () => {
  const code = await place.inviteTo(place.body, ["read-only"]);
  const person = await place.hire(["read-only"]);
  const { headers } = await person.send("DELETE", "/session");
  const cookie = String(headers["set-cookie"]);
  assert.match(cookie, /^suzheng-session=; .*Path=\/; .*HttpOnly; SameSite=Lax/);
  assert.ok(code.length === 43);
});

test("who works at two institutions chooses for which to act, also for one request", async () => {
  const person = await place.hire(["rule-manager"]);
  const code = await place.inviteTo(REGULATOR, ["regulator-reviewer"]);
  const joined = await person.send("POST", "/invitations/join", { code });
  assert.equal(joined.body.actingFor, null);
  assert.deepEqual(
    (joined.body.memberships as { institution: string }[]).map(({ institution }) => institution),
    [place.body, REGULATOR],
  );
  assert.equal((await person.send("GET", "/members")).code, "acting-for-missing");
  const chosen = await person.send("PUT", "/session/acting-for", { institution: REGULATOR });
  assert.ok((chosen.body.actions as string[]).includes("rule.review.accept"));
  assert.ok(!(chosen.body.actions as string[]).includes("rule.draft"));
  person.headers = { "suzheng-acting-for": place.body };
  const { body } = await person.send("GET", "/session");
  assert.ok((body.actions as string[]).includes("rule.draft"));
  person.headers = { "suzheng-acting-for": "CNCA-R-2026-902" };
  assert.equal((await person.send("GET", "/members")).code, "not-a-member");
  const foreign = { institution: "CNCA-R-2026-902" };
  person.headers = {};
  assert.equal((await person.send("PUT", "/session/acting-for", foreign)).code, "not-a-member");
});

test("behind https the cookie is bound to the host", async (t) => {
  const secure = await openWorkplace({ publicUrl: "https://suzheng.example" });
  t.after(() => secure.close());
  const person = await secure.hire(["read-only"]);
  assert.match(String(person.cookie), /^__Host-suzheng-session=/);
  const { headers } = await person.send("DELETE", "/session");
  assert.match(String(headers["set-cookie"]), /HttpOnly; Secure; SameSite=Lax/);
  person.headers = { origin: SITE };
  assert.equal((await person.send("POST", "/sign-in/passkey/begin")).code, "cross-site-request");
});
