import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  SIGN_IN_LIMITS,
  SIGN_IN_RECORDS_KEPT,
} from "../../application/accounts/sign-in/sign-in-limits.ts";
import { removeOldSignIns } from "../../jobs/remove-old-sign-ins.ts";
import { openWorkplace, type Workplace } from "./workplace.fixture.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
});
after(() => place.close());

const DAY_MS = 86_400_000;
const begin = () => place.browser().send("POST", "/sign-in/passkey/begin");

test("sign-ins by passkey are not begun without end; the wait is told and ends", async () => {
  for (let n = 0; n < SIGN_IN_LIMITS.passkeysBegunMax.value; n += 1) {
    assert.equal((await begin()).status, 200);
    place.later(1000);
  }
  const limited = await begin();
  assert.deepEqual([limited.status, limited.code], [429, "sign-in-limited"]);
  const waitS = Number(limited.headers["retry-after"]);
  assert.ok(waitS > 0 && waitS <= 300, `${waitS} s`);
  place.later((waitS - 1) * 1000);
  assert.equal((await begin()).status, 429);
  place.later(1000);
  assert.equal((await begin()).status, 200, "after the time told it works again");
});

test("a name that nobody has is limited as one that somebody has", async () => {
  const person = await place.hire(["read-only"]);
  const answers = async (signInName: string) => {
    place.later(SIGN_IN_LIMITS.window.value);
    const codes: string[] = [];
    for (let n = 0; n <= SIGN_IN_LIMITS.nameFailuresMax.value; n += 1) {
      const secondFactor = { kind: "totp", code: "000000" };
      const wrong = { signInName, password: "not the password", secondFactor };
      const { status, code } = await place.browser().send("POST", "/sign-in/password", wrong);
      codes.push(`${status} ${code}`);
    }
    return codes;
  };
  const known = await answers(person.signInName);
  assert.equal(known.at(-1), "429 sign-in-limited");
  assert.deepEqual(await answers("nobody-at-all"), known);
});

test("records of sign-ins are kept for the time documented and not longer", async () => {
  const person = await place.hire(["read-only"]);
  const count = async () => {
    const [row] = await place.platform.database.query<{ n: number }>(
      `select count(*) as n from sign_ins where account is not null`,
    );
    return row?.n ?? 0;
  };
  const before = await count();
  assert.ok(before > 0);
  place.later((SIGN_IN_RECORDS_KEPT.value - 1) * DAY_MS);
  assert.equal(await removeOldSignIns(place.app.accounts), 0);
  assert.equal(await count(), before);
  place.later(2 * DAY_MS);
  assert.ok((await removeOldSignIns(place.app.accounts)) > 0);
  assert.equal(await count(), 0);
  assert.ok(person.cookie !== null);
});
