import assert from "node:assert/strict";
import { addDemoPerson } from "../application/accounts/demo-people.ts";
import { tollingCommands } from "../application/obligations/tolling.ts";
import type { Actor } from "../application/policy/authorise.ts";
import { CONTENT } from "../http/registry/registry.fixture.ts";
import { postgresTollingStore } from "../postgres/obligations/tolling-store.ts";
import { PAUSE, RULE } from "../testing/damage-derived-rows.ts";
import { BODY } from "../testing/test-platform.ts";
import { addDemoRule } from "./demo-rules.ts";
import type { Platform } from "./platform.ts";

const REGULATOR = "regulator:sample-province";

/** One rule that is published and one that is filed. */
export async function publishRules(platform: Platform): Promise<void> {
  const accounts = { ...platform.accounts, isDemo: () => true };
  for (const role of ["rule-manager", "quality-responsible"] as const) {
    const person = { institution: BODY, roles: [role], signInName: role, name: "样例" };
    await addDemoPerson(accounts, person);
  }
  const people = { draftedBy: "rule-manager", signedBy: "quality-responsible" };
  const demo = { institution: BODY, rule: RULE, content: CONTENT, ...people };
  await addDemoRule(platform, { ...demo, publishedFrom: "2026-12-01" });
  await addDemoRule(platform, { ...demo, rule: "filed-only", publishedFrom: null });
}

const person = (account: string, role: Actor["roles"][number]["role"]) => ({
  actor: { account, roles: [{ institution: REGULATOR, role }] },
  institution: REGULATOR,
});

/** One for all bodies, asked for and approved by two people of a regulator. */
export async function pauseDeadlines(platform: Platform): Promise<void> {
  const commands = tollingCommands({
    store: postgresTollingStore(platform.database, platform.workspaces),
    ledger: platform.ledger,
    packs: platform.packs.map(({ pack }) => pack),
    now: platform.now,
    newId: () => PAUSE,
    nameOf: async () => "样例省局",
  });
  const asked = await commands.request(person("one", "rule-manager"), {
    requirements: ["all"],
    regions: ["350000"],
    institutions: ["all"],
    from: "2027-01-01",
    until: "2027-02-01",
    reason: "样例：台风期间无法到现场",
  });
  assert.ok(asked.outcome === "done", JSON.stringify(asked));
  const approved = await commands.approve(person("two", "regulator-reviewer"), asked.value);
  assert.ok(approved.outcome === "done", JSON.stringify(approved));
}
