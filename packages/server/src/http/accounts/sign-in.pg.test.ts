import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openWorkplace, PASSWORD, type Person, type Workplace } from "./workplace.fixture.ts";

const HALF_MINUTE_MS = 30_000;
const QUARTER_MS = 15 * 60_000;

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

type Given = { signInName: string; password?: string; code?: string; recovery?: string };

async function signIn(given: Given & { totpSecret?: string }) {
  const browser = place.browser();
  const code =
    given.code ?? (await place.totp(given.totpSecret ?? "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
  const secondFactor =
    given.recovery === undefined
      ? { kind: "totp", code }
      : { kind: "recovery-code", code: given.recovery };
  const { signInName, password = PASSWORD } = given;
  const answer = await browser.send("POST", "/sign-in/password", {
    signInName,
    password,
    secondFactor,
  });
  return { ...answer, browser };
}

const inAnHour = () => place.later(4 * QUARTER_MS);

test("who accepts an invitation with a password and an authenticator is signed in", async () => {
  const person = await place.hire(["rule-manager"]);
  const { body } = await person.send("GET", "/session");
  assert.equal((body.account as { signInName: string }).signInName, person.signInName);
  assert.deepEqual(body.actingFor, {
    institution: place.body,
    name: "样例认证有限公司（901）",
    kind: "certification-body",
    roles: ["rule-manager"],
  });
  assert.ok((body.actions as string[]).includes("rule.draft"));
  assert.ok(!(body.actions as string[]).includes("rule.file"));
  assert.equal(person.recoveryCodes.length, 10);
});

test("both factors sign in, however the name is typed, and each code works once", async () => {
  const person = await place.hire(["rule-manager"]);
  const replayed = await signIn(person);
  assert.equal(replayed.code, "sign-in-refused", "the code that proved the enrolment");
  place.later(HALF_MINUTE_MS);
  const typed = { ...person, signInName: ` ${person.signInName.toUpperCase()} ` };
  const first = await signIn(typed);
  assert.equal(first.status, 200);
  assert.equal(first.body.means, "password-totp");
  assert.equal((await signIn(person)).code, "sign-in-refused");
  inAnHour();
});

test("a recovery code stands in for the authenticator once, however it is typed", async () => {
  const person = await place.hire(["rule-manager"]);
  const [code = ""] = person.recoveryCodes;
  const { signInName } = person;
  const recovery = code.toLowerCase().replaceAll("-", " ");
  const wrong = await signIn({ signInName, password: "quite another one", recovery });
  assert.equal(wrong.code, "sign-in-refused", "and does not use the code up");
  assert.equal((await signIn({ signInName, recovery })).body.means, "password-recovery-code");
  assert.equal((await signIn({ signInName, recovery })).code, "sign-in-refused");
  const { body } = await person.send("GET", "/account");
  assert.equal(body.recoveryCodesLeft, 9);
});

test("whatever is wrong, the answer is the same", async () => {
  const person = await place.hire(["rule-manager"]);
  place.later(HALF_MINUTE_MS);
  const { signInName, totpSecret } = person;
  const answers = [
    await signIn({ signInName: "nobody-at-all", password: "quite another one" }),
    await signIn({ signInName: "nobody-at-all", recovery: "AAAA-BBBB-CCCC-DDDD" }),
    await signIn({ signInName, totpSecret, password: "quite another one" }),
    await signIn({ signInName, code: "000000" }),
    await signIn({ signInName, recovery: "AAAA-BBBB-CCCC-DDDD" }),
  ];
  const [first] = answers;
  for (const { status, body, browser } of answers) {
    assert.equal(status, 401);
    assert.deepEqual(body, first?.body);
    assert.equal(browser.cookie, null);
  }
  inAnHour();
});

test("eight wrong passwords stop the ninth attempt, right or wrong, for a quarter of an hour", async () => {
  const person = await place.hire(["rule-manager"]);
  const { signInName } = person;
  for (let n = 0; n < 8; n++) await signIn({ signInName, password: "quite another one" });
  place.later(HALF_MINUTE_MS);
  const limited = await signIn(person);
  assert.equal(`${limited.status} ${limited.code}`, "429 sign-in-limited");
  assert.equal(limited.headers["retry-after"], String((QUARTER_MS - HALF_MINUTE_MS) / 1000));
  place.later(QUARTER_MS);
  assert.equal((await signIn(person)).status, 200);
  inAnHour();
});

test("attempts at the same time count each other", async () => {
  const attempts = Array.from({ length: 20 }, () =>
    signIn({ signInName: "unknown-too", password: "quite another one" }),
  );
  const codes = (await Promise.all(attempts)).map(({ code }) => code);
  const judged = codes.filter((code) => code === "sign-in-refused").length;
  assert.ok(judged <= 8, `${judged} were judged`);
  inAnHour();
});

test("one address cannot try many names", async () => {
  const codes: string[] = [];
  for (let n = 0; n < 41; n++) {
    codes.push((await signIn({ signInName: `guess-${n}`, recovery: "AAAA-BBBB" })).code);
  }
  assert.equal(codes.at(39), "sign-in-refused");
  assert.equal(codes.at(40), "sign-in-limited");
  inAnHour();
});

test("an invitation works once, until it is over, and never makes a name twice", async () => {
  const code = await place.inviteTo(place.body, ["read-only"]);
  const [one, two] = [place.browser(), place.browser()];
  const { body: offer } = await one.send("POST", "/invitations/look-up", { code });
  assert.deepEqual([offer.institution, offer.roles], [place.body, ["read-only"]]);
  const { body } = await one.send("POST", "/invitations/totp/begin", { code });
  const accept = async (signInName: string, password = PASSWORD) => ({
    code,
    signInName,
    name: "样例",
    by: { means: "password", password, totp: await place.totp(String(body.secret)) },
  });
  const send = async (browser: typeof one, name: string, password?: string) =>
    await browser.send("POST", "/invitations/accept", await accept(name, password));
  assert.equal((await send(one, "weak", "aaaaaaaaaaaaaa")).code, "password-too-weak");
  const taken = await place.hire(["read-only"]);
  assert.equal((await send(one, taken.signInName)).code, "sign-in-name-taken");
  const both = await Promise.all([send(one, "racer-one"), send(two, "racer-two")]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 404]);
  assert.equal((await send(one, "racer-three")).code, "invitation-unknown");
  const late = await place.inviteTo(place.body, ["read-only"]);
  place.later(7 * 24 * 4 * QUARTER_MS);
  const over = await one.send("POST", "/invitations/look-up", { code: late });
  assert.equal(over.code, "invitation-unknown");
});

test("secrets do not stand in the database in clear", async () => {
  const person: Person = await place.hire(["rule-manager"]);
  const rows = await place.platform.database.query<{ text: string }>(
    `select (select jsonb_agg(a)::text from accounts a) || (select jsonb_agg(s)::text from sessions s)
       || (select jsonb_agg(c)::text from ceremonies c) || (select jsonb_agg(r)::text from recovery_codes r)
       || (select jsonb_agg(i)::text from sign_ins i) as text`,
  );
  const text = rows[0]?.text ?? "";
  const token = person.cookie?.split("=")[1] ?? "?";
  const hex = (words: string) => Buffer.from(words).toString("hex");
  for (const secret of [PASSWORD, person.totpSecret, token, person.recoveryCodes[0] ?? "?"]) {
    assert.ok(!text.includes(secret) && !text.includes(hex(secret)), secret);
  }
  assert.ok(text.length > 1000 && !text.includes("127.0.0.1"));
});
