import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type InstitutionAction, ROLES, type Role } from "@suzheng/api-contract";
import { EXPECTED_MATRIX } from "../../application/policy/policy-matrix.expected.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { openWorkplace, type Person, type Workplace } from "./workplace.fixture.ts";

const OTHER_BODY = "CNCA-R-2026-902";
const REGULATOR = "regulator:sample-province";
const LETTERS = "MQAVR";
const HASH = Buffer.alloc(32, 7).toString("base64url");

let place: Workplace;
before(async () => {
  place = await openWorkplace();
  await connectBody(place.platform, OTHER_BODY);
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
});
after(() => place.close());

const workplaceOf = (role: Role): string =>
  role === "regulator-reviewer" ? REGULATOR : place.body;
const idOf = async (person: Person): Promise<string> =>
  ((await person.send("GET", "/session")).body.account as { id: string }).id;

type Call = [action: InstitutionAction, method: string, path: string, body?: unknown];
/** Each names something that is not there, so that an allowed call changes nothing. */
const CALLS: Call[] = [
  ["member.read", "GET", "/members"],
  ["member.invite", "GET", "/members/invitations"],
  ["member.invite", "POST", "/members/invitations", { roles: ["read-only"] }],
  ["member.invite", "DELETE", "/members/invitations/abc"],
  ["member.change-roles", "PUT", "/members/abc/roles", { roles: ["read-only"] }],
  ["member.revoke", "DELETE", "/members/abc"],
  ["signin-audit.read", "GET", "/members/sign-ins"],
  ["signature.begin", "POST", "/signatures/begin", { hash: HASH }],
];

test("over HTTP each role may what the matrix says, and hears of its role otherwise", async () => {
  for (const [n, role] of ROLES.entries()) {
    const person = await place.hire([role], workplaceOf(role));
    for (const [action, method, path, body] of CALLS) {
      const { status, code } = await person.send(method, path, body);
      const isAllowed = EXPECTED_MATRIX[action].includes(LETTERS[n] as string);
      const isRefused = status === 403 && code === "role-insufficient";
      assert.equal(!isRefused, isAllowed, `${role} ${method} ${path}: ${status} ${code}`);
    }
    const actions = (await person.send("GET", "/session")).body.actions as InstitutionAction[];
    for (const [action, letters] of Object.entries(EXPECTED_MATRIX)) {
      const isSaid = actions.includes(action as InstitutionAction);
      assert.equal(isSaid, letters.includes(LETTERS[n] as string), `${role} ${action}`);
    }
  }
});

test("a stranger to the institution, or without a session, may none of it", async () => {
  const person = await place.hire(["administrator"], OTHER_BODY);
  person.headers = { "suzheng-acting-for": place.body };
  for (const [, method, path, body] of CALLS) {
    assert.equal((await person.send(method, path, body)).code, "not-a-member", path);
    assert.equal((await place.browser().send(method, path, body)).code, "session-missing", path);
  }
});

test("members of one institution are seen by it alone", async () => {
  const here = await place.hire(["administrator"]);
  const there = await place.hire(["administrator"], OTHER_BODY);
  const namesSeen = async (person: Person) =>
    ((await person.send("GET", "/members")).body.items as { signInName: string }[]).map(
      ({ signInName }) => signInName,
    );
  assert.ok((await namesSeen(here)).includes(here.signInName));
  assert.ok(!(await namesSeen(here)).includes(there.signInName));
  assert.ok(!(await namesSeen(there)).includes(here.signInName));
});

test("an administrator invites, changes roles and sends away, with effect at once", async () => {
  const boss = await place.hire(["administrator"]);
  const created = await boss.send("POST", "/members/invitations", {
    roles: ["read-only", "read-only"],
    name: "样例新人",
  });
  assert.match(String(created.body.link), /^http:\/\/localhost:8080\/workspace\/join#.{43}$/);
  type Open = { id: string; name: string | null; roles: Role[] };
  const open = (await boss.send("GET", "/members/invitations")).body.items as Open[];
  // Other tests have invitations open, too.
  const own = open.find(({ name }) => name === "样例新人");
  assert.deepEqual(own?.roles, ["read-only"]);
  assert.equal((await boss.send("DELETE", `/members/invitations/${own?.id}`)).status, 204);
  const code = String(created.body.link).split("#")[1];
  const looked = await place.browser().send("POST", "/invitations/look-up", { code });
  assert.equal(looked.code, "invitation-unknown");

  const worker = await place.hire(["read-only"]);
  const id = await idOf(worker);
  const roles = { roles: ["rule-manager", "quality-responsible"] };
  assert.equal((await boss.send("PUT", `/members/${id}/roles`, roles)).status, 204);
  const { body } = await worker.send("GET", "/session");
  assert.deepEqual((body.actingFor as { roles: Role[] }).roles.sort(), roles.roles.sort());
  assert.equal((await boss.send("DELETE", `/members/${id}`)).status, 204);
  const gone = await worker.send("GET", "/session");
  assert.deepEqual([gone.status, gone.body.actingFor], [200, null]);
  assert.equal((await boss.send("DELETE", `/members/${id}`)).code, "member-unknown");
});

test("an institution keeps an administrator, also when two send each other away", async () => {
  const [one, two] = [
    await place.hire(["administrator"], REGULATOR),
    await place.hire(["administrator"], REGULATOR),
  ];
  const others = (await one.send("GET", "/members")).body.items as {
    account: string;
    roles: Role[];
  }[];
  const [first, second] = [await idOf(one), await idOf(two)];
  for (const { account, roles } of others) {
    const stays = account === first || account === second || !roles.includes("administrator");
    if (!stays) await one.send("DELETE", `/members/${account}`);
  }
  const both = await Promise.all([
    one.send("DELETE", `/members/${second}`),
    two.send("DELETE", `/members/${first}`),
  ]);
  assert.equal(both.filter(({ status }) => status === 204).length, 1);
  const left = both[0]?.status === 204 ? one : two;
  const me = left === one ? first : second;
  const step = { roles: ["read-only"] };
  assert.equal((await left.send("PUT", `/members/${me}/roles`, step)).code, "last-administrator");
  assert.equal((await left.send("DELETE", `/members/${me}`)).code, "last-administrator");
});

test("no body appoints a regulator's reviewer", async () => {
  const boss = await place.hire(["administrator"]);
  const reviewer = { roles: ["regulator-reviewer"] };
  const invited = await boss.send("POST", "/members/invitations", reviewer);
  assert.equal(invited.code, "role-not-for-institution");
  const changed = await boss.send("PUT", `/members/${await idOf(boss)}/roles`, reviewer);
  assert.equal(changed.code, "role-not-for-institution");
});

test("a person sees their sign-ins, an administrator those of the time at the institution", async () => {
  const worker = await place.hire(["read-only"]);
  const boss = await place.hire(["administrator"]);
  const wrong = {
    signInName: worker.signInName,
    password: "quite another one",
    secondFactor: { kind: "totp", code: "000000" },
  };
  place.later(1000);
  await place.browser().send("POST", "/sign-in/password", wrong);
  type Row = { outcome: string; account: { id: string } | null; address: string };
  const own = (await worker.send("GET", "/account/sign-ins")).body.items as Row[];
  assert.deepEqual(
    own.map(({ outcome, account, address }) => [outcome, account, address]),
    [
      ["refused", null, "127.0.0.0/24"],
      ["accepted", null, "127.0.0.0/24"],
    ],
  );
  const id = await idOf(worker);
  const seen = async () => {
    const rows: Row[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await boss.send("GET", `/members/sign-ins?limit=2${cursor}`);
      rows.push(...(body.items as Row[]));
      if (body.next === null) return rows.filter(({ account }) => account?.id === id).length;
      cursor = `&cursor=${body.next}`;
    }
  };
  assert.equal(await seen(), 2);
  place.later(1000);
  await boss.send("DELETE", `/members/${id}`);
  place.later(1000);
  await place.browser().send("POST", "/sign-in/password", wrong);
  assert.equal(await seen(), 2, "what comes after the person left is not the institution's");
  const malformed = await boss.send("GET", "/members/sign-ins?cursor=AA");
  assert.equal(malformed.code, "request-malformed");
});
