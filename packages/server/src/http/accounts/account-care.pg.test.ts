import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AccountAct, Session } from "@suzheng/api-contract";
import { recover } from "../../application/accounts/account-care.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { openWorkplace, PASSWORD, type Person, SITE, type Workplace } from "./workplace.fixture.ts";

const OTHER_BODY = "CNCA-R-2026-902";

let place: Workplace;
let boss: Person;
before(async () => {
  place = await openWorkplace();
  await connectBody(place.platform, OTHER_BODY);
  boss = await place.hire(["administrator"]);
});
after(() => place.close());

const session = async (person: Person): Promise<Session> =>
  (await person.send("GET", "/session")).body as unknown as Session;
const idOf = async (person: Person): Promise<string> => (await session(person)).account.id;
const acts = async (person: Person): Promise<AccountAct[]> =>
  (await person.send("GET", "/members/account-acts")).body.items as AccountAct[];

const signIn = async ({ signInName, totpSecret }: Person) =>
  place.browser().send("POST", "/sign-in/password", {
    signInName,
    password: PASSWORD,
    secondFactor: { kind: "totp", code: await place.totp(totpSecret) },
  });

/** Takes the invitation with a new password and authenticator. */
async function accept(code: string, signInName: string) {
  const browser = place.browser();
  const { body } = await browser.send("POST", "/invitations/totp/begin", { code });
  const totp = await place.totp(String(body.secret));
  const by = { means: "password", password: `${PASSWORD} anew`, totp };
  const given = { code, signInName, name: "冒名者", by };
  const accepted = await browser.send("POST", "/invitations/accept", given);
  return { browser, accepted };
}

test("who lost both factors comes back by a link, under the account and roles of before", async () => {
  const person = await place.hire(["rule-manager"]);
  const id = await idOf(person);
  const made = await boss.send("POST", `/members/${id}/recovery`);
  assert.equal(made.status, 201);
  const code = String(made.body.link).split("#")[1] ?? "";
  assert.equal((await person.send("GET", "/session")).code, "session-missing");
  place.later(60_000);
  assert.equal((await signIn(person)).code, "sign-in-refused", "the old means are worth nothing");
  const { body: offer } = await place.browser().send("POST", "/invitations/look-up", { code });
  assert.deepEqual((offer.recovers as { signInName: string }).signInName, person.signInName);

  const { browser, accepted } = await accept(code, "another-name");
  assert.equal(accepted.status, 200);
  const welcome = accepted.body.session as Session;
  assert.equal(welcome.account.id, id);
  assert.equal(welcome.account.signInName, person.signInName, "names are not for the asking");
  assert.deepEqual(welcome.memberships[0]?.roles, ["rule-manager"]);
  const [told] = welcome.notices;
  const { name } = (await session(boss)).account;
  assert.deepEqual([told?.act, told?.by], ["recovery-begun", name]);
  assert.equal((await browser.send("POST", "/session/notices/seen")).status, 204);
  assert.deepEqual((await browser.send("GET", "/session")).body.notices, []);
  const done = (await acts(boss)).filter(({ account }) => account === id).map(({ act }) => act);
  assert.deepEqual(done.sort(), ["recovered", "recovery-begun"]);
  const again = await place.browser().send("POST", "/invitations/look-up", { code });
  assert.equal(again.code, "invitation-unknown", "the link works once");
});

test("a later link replaces an earlier one, and a signed-in person cannot take it", async () => {
  const person = await place.hire(["read-only"]);
  const id = await idOf(person);
  const codes: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const { body } = await boss.send("POST", `/members/${id}/recovery`);
    codes.push(String(body.link).split("#")[1] ?? "");
  }
  const look = (code?: string) => place.browser().send("POST", "/invitations/look-up", { code });
  assert.equal((await look(codes[0])).code, "invitation-unknown");
  assert.equal((await look(codes[1])).status, 200);
  const stolen = await boss.send("POST", "/invitations/join", { code: codes[1] });
  assert.equal(stolen.code, "invitation-unknown");
});

test("nobody recovers themself, a stranger, or who works elsewhere too; only freshly", async () => {
  const there = await place.hire(["administrator"], OTHER_BODY);
  const both = await place.hire(["read-only"]);
  const code = await place.inviteTo(OTHER_BODY, ["read-only"]);
  await both.send("POST", "/invitations/join", { code });
  const refusals = [
    [await idOf(boss), "own-account"],
    [await idOf(there), "member-unknown"],
    [await idOf(both), "works-elsewhere"],
  ] as const;
  for (const [id, code] of refusals) {
    for (const [path, body] of [
      [`/members/${id}/recovery`, {}],
      [`/members/${id}/erase`, { confirm: both.signInName }],
    ] as const) {
      const refused = await boss.send("POST", path, body);
      // A stranger's sign-in name is not even compared.
      const isName = path.endsWith("erase") && code === "member-unknown";
      assert.equal(refused.code, isName ? "confirmation-differs" : code, path);
    }
  }
  assert.equal((await both.send("GET", "/session")).status, 200, "nothing was taken away");
  const other = await place.hire(["read-only"]);
  place.later(31 * 60_000);
  const late = await boss.send("POST", `/members/${await idOf(other)}/recovery`);
  assert.equal(late.code, "recent-sign-in-needed");
});

test("the operator brings a last administrator back", async () => {
  const only = await place.hire(["administrator"], OTHER_BODY);
  const on = { account: await idOf(only), institution: null, by: null, at: place.app.now() };
  const made = await recover(place.app.accounts, on, SITE);
  assert.ok(made.outcome === "done");
  const { accepted } = await accept(made.value.link.split("#")[1] ?? "", "another-name");
  const { account, notices } = accepted.body.session as Session;
  assert.equal(account.id, on.account);
  assert.deepEqual([notices[0]?.act, notices[0]?.by], ["recovery-begun", null]);
});

test("an erased account leaves ids and times behind and nothing personal", async () => {
  const admin = await place.hire(["administrator"]);
  const person = await place.hire(["rule-manager"]);
  const { account } = await session(person);
  const wrong = await admin.send("POST", `/members/${account.id}/erase`, { confirm: "person" });
  assert.equal(wrong.code, "confirmation-differs");
  const confirm = { confirm: ` ${person.signInName.toUpperCase()}` };
  assert.equal((await admin.send("POST", `/members/${account.id}/erase`, confirm)).status, 204);
  assert.equal((await person.send("GET", "/session")).code, "session-missing");
  const { rows, columns } = await everything();
  for (const value of [account.name, person.signInName, "test browser"]) {
    const where = columns.filter((_, n) => isOf(rows[n] ?? [], account.id, value));
    assert.deepEqual(where, [], `\`${value}\` is in no row of the account`);
  }
  const [act] = await acts(admin);
  assert.deepEqual([act?.account, act?.act, act?.name], [account.id, "erased", null]);
  const members = (await admin.send("GET", "/members")).body.items as { account: string }[];
  assert.ok(!members.some((member) => member.account === account.id));
  const code = await place.inviteTo(place.body, ["read-only"]);
  const { accepted } = await accept(code, person.signInName);
  assert.equal(accepted.status, 200, "the sign-in name is free again");
});

test("a person erases their own account, a last administrator's stays", async () => {
  const person = await place.hire(["read-only"]);
  const confirm = { confirm: person.signInName };
  assert.equal((await person.send("POST", "/account/erase", confirm)).status, 204);
  assert.equal(person.cookie, null);
  assert.equal((await signIn(person)).code, "sign-in-refused");
  await connectBody(place.platform, "CNCA-R-2026-903");
  const only = await place.hire(["administrator"], "CNCA-R-2026-903");
  const kept = await only.send("POST", "/account/erase", { confirm: only.signInName });
  assert.equal(kept.code, "last-administrator");
  assert.equal((await only.send("GET", "/session")).status, 200);
});

/** Every row of every table as text, by table. */
async function everything(): Promise<{ columns: string[]; rows: string[][] }> {
  const { database } = place.platform;
  const tables = await database.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
  );
  const rows: string[][] = [];
  for (const { name } of tables) {
    const found = await database.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t`,
    );
    rows.push(found.map(({ row }) => row));
  }
  return { columns: tables.map(({ name }) => name), rows };
}

const isOf = (rows: readonly string[], account: string, value: string): boolean =>
  rows.some((row) => row.includes(account) && row.includes(value));
