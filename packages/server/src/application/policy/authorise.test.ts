import assert from "node:assert/strict";
import { test } from "node:test";
import { Action, PERSONAL_ACTIONS, ROLES } from "@suzheng/api-contract";
import { type Actor, allowedActions, authorise, guard } from "./authorise.ts";
import { EXPECTED_MATRIX } from "./policy-matrix.expected.ts";
import { canHold } from "./policy-table.ts";

const HERE = "CNCA-R-2026-901";
const ELSEWHERE = "CNCA-R-2026-902";
const LETTERS = "MQAVR";

const holding = (...roles: Actor["roles"][number]["role"][]): Actor => ({
  account: "a",
  roles: roles.map((role) => ({ institution: HERE, role })),
});

test("every action is in the expected matrix", () => {
  assert.deepEqual(Object.keys(EXPECTED_MATRIX).sort(), [...Action.options].sort());
});

for (const action of Action.options) {
  test(`${action} is allowed to ${EXPECTED_MATRIX[action]}, and at no other institution`, () => {
    const allowed = ROLES.map((role, n) =>
      authorise(holding(role), action, HERE).outcome === "allowed" ? LETTERS[n] : "-",
    );
    assert.equal(allowed.join(""), EXPECTED_MATRIX[action]);
    const isPersonal = (PERSONAL_ACTIONS as readonly string[]).includes(action);
    for (const institution of [ELSEWHERE, null]) {
      const { outcome } = authorise(holding(...ROLES), action, institution);
      assert.equal(outcome, isPersonal ? "allowed" : "refused");
    }
  });
}

test("a person who holds no role may do what is personal and nothing else", () => {
  assert.deepEqual(allowedActions(holding(), HERE), [...PERSONAL_ACTIONS]);
});

test("several roles add up", () => {
  const actions = allowedActions(holding("rule-manager", "quality-responsible"), HERE);
  assert.ok(actions.includes("rule.draft") && actions.includes("rule.file"));
});

test("a refusal says whether the person is no member or holds another role", () => {
  assert.deepEqual(authorise(holding("read-only"), "rule.draft", HERE), {
    outcome: "refused",
    code: "role-insufficient",
  });
  assert.deepEqual(authorise(holding("rule-manager"), "rule.draft", ELSEWHERE), {
    outcome: "refused",
    code: "not-a-member",
  });
});

test("a guarded use case does not run for whom the policy refuses", async () => {
  let runs = 0;
  const draft = guard("rule.draft", async (_acting, words: string) => {
    runs += 1;
    return { outcome: "drafted" as const, words };
  });
  const refused = await draft({ actor: holding("read-only"), institution: HERE }, "x");
  assert.deepEqual(refused, { outcome: "refused", code: "role-insufficient" });
  assert.equal(runs, 0);
  const done = await draft({ actor: holding("rule-manager"), institution: HERE }, "x");
  assert.deepEqual(done, { outcome: "drafted", words: "x" });
});

test("no certification body can appoint a reviewer of its own rules", () => {
  assert.equal(canHold("certification-body", "regulator-reviewer"), false);
  assert.equal(canHold("accreditation-body", "regulator-reviewer"), false);
  assert.equal(canHold("regulator", "regulator-reviewer"), true);
  assert.equal(canHold("regulator", "rule-manager"), false);
});
