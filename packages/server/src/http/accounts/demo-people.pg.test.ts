import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDemoPerson, newSignInLink } from "../../application/accounts/demo-people.ts";
import { openWorkplace, type Workplace } from "./workplace.fixture.ts";

const PERSON = { roles: ["rule-manager"], signInName: "demo-one", name: "林晓棠" } as const;
const DAY_MS = 24 * 3_600_000;

let demo: Workplace;
let real: Workplace;
before(async () => {
  [demo, real] = [await openWorkplace({ demo: true }), await openWorkplace()];
  for (const { platform, body } of [demo, real]) {
    await addDemoPerson(platform.accounts, { ...PERSON, institution: body });
  }
});
after(async () => {
  await demo.close();
  await real.close();
});

const follow = async (place: Workplace, ms = 0) => {
  const link = await newSignInLink(place.platform.accounts, PERSON.signInName);
  place.later(ms);
  const browser = place.browser();
  return { ...(await browser.send("POST", "/sign-in/link", { code: link })), browser, link };
};

test("with invented data a printed link signs an invented person in, once", async () => {
  const { status, body, link } = await follow(demo);
  assert.equal(status, 200);
  assert.deepEqual([body.means, body.freshUntil], ["link", null]);
  const again = await demo.browser().send("POST", "/sign-in/link", { code: link });
  assert.equal(again.code, "sign-in-refused");
});

test("a link is over after a day", async () => {
  assert.equal((await follow(demo, DAY_MS)).code, "sign-in-refused");
});

test("where data are real, no link signs anybody in", async () => {
  const { status, code, browser } = await follow(real);
  assert.equal(`${status} ${code}`, "401 sign-in-refused");
  assert.equal(browser.cookie, null);
});

test("an invented person has no password that could be guessed", async () => {
  const answer = await demo.browser().send("POST", "/sign-in/password", {
    signInName: PERSON.signInName,
    password: "",
    secondFactor: { kind: "totp", code: "000000" },
  });
  assert.equal(answer.status, 400);
  const { browser } = await follow(demo);
  assert.equal((await browser.send("GET", "/account")).body.hasPassword, false);
});

test("the operator learns where people work", async () => {
  assert.deepEqual(await demo.platform.accounts.organisations.withPeople(), [demo.body]);
});
