import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { RefusalCode } from "../decision.ts";
import { EVENT_SCHEMAS, personalVisibility } from "../event-schemas.ts";
import {
  beginReview,
  cancelRule,
  endReview,
  fileRule,
  publishRule,
  supersededBy,
} from "./decide-rule.ts";
import { evolveRule } from "./evolve-rule.ts";
import { INFORMATION, OWNER } from "./rule.fixture.ts";
import type { RuleEvent, RulePublished } from "./rule-event.ts";
import {
  initialRule,
  publishedVersion,
  REGISTERED_STATES,
  RULE_STEPS,
  type RuleState,
  versionOf,
} from "./rule-state.ts";

const ON = "2026-02-01";
const reviewer = { institution: "regulator:sample-province", name: "样例省局" };
const NOTHING_HANGS = { certificates: 0, certificatesHash: "cd".repeat(32) };

type Command =
  | { act: "file" | "begin-review" | "return" | "accept" | "cancel"; version: string }
  | { act: "publish"; version: string; inForceFrom: string };

function decide(state: RuleState, command: Command) {
  const { act, version } = command;
  switch (act) {
    case "file":
      return fileRule(state, OWNER, { on: ON, rule: "r", version, information: INFORMATION });
    case "begin-review":
      return beginReview(state, { on: ON, version, reviewer });
    case "return":
    case "accept":
      return endReview(state, act, { on: ON, version, reviewer, reason: "已核" });
    case "publish":
      return publishRule(state, { on: ON, version, inForceFrom: command.inForceFrom });
    case "cancel":
      return cancelRule(state, {
        ...{ on: ON, version, reason: "超出范围", ...NOTHING_HANGS },
        certificatesSettledBy: null,
      });
  }
}

/** The state after the commands, all of which are accepted. */
function after(...commands: Command[]): RuleState {
  return commands.reduce<RuleState>((state, command) => {
    const decision = decide(state, command);
    assert.ok(decision.outcome === "accept", JSON.stringify(decision));
    return decision.state;
  }, initialRule);
}

const file: Command = { act: "file", version: "1" };
const take: Command = { act: "begin-review", version: "1" };
const giveBack: Command = { act: "return", version: "1" };
const accept: Command = { act: "accept", version: "1" };
const cancel: Command = { act: "cancel", version: "1" };
const publish: Command = { act: "publish", version: "1", inForceFrom: "2026-03-01" };

const REFUSALS: { name: string; given: Command[]; when: Command; expect: RefusalCode }[] = [
  { name: "review before filing", given: [], when: take, expect: "rule-version-not-filed" },
  { name: "publication before filing", given: [], when: publish, expect: "rule-version-not-filed" },
  { name: "filing twice", given: [file], when: file, expect: "rule-version-already-filed" },
  {
    name: "an answer without a review",
    given: [file],
    when: accept,
    expect: "rule-version-not-under-review",
  },
  {
    name: "publication under review",
    given: [file, take],
    when: publish,
    expect: "rule-version-not-publishable",
  },
  {
    name: "publication once returned",
    given: [file, take, giveBack],
    when: publish,
    expect: "rule-version-not-publishable",
  },
  {
    name: "review of what is published",
    given: [file, publish],
    when: take,
    expect: "rule-version-not-awaiting-review",
  },
  {
    name: "cancelling twice",
    given: [file, cancel],
    when: cancel,
    expect: "rule-version-already-cancelled",
  },
  {
    name: "a second version from the same day",
    given: [file, publish, { act: "file", version: "2" }],
    when: { ...publish, version: "2" },
    expect: "rule-in-force-not-later",
  },
];
for (const { name, given, when, expect } of REFUSALS) {
  test(`refused: ${name}`, () => {
    const decision = decide(after(...given), when);
    assert.equal(decision.outcome === "refuse" && decision.code, expect);
  });
}

test("a rule outside the body's approved field cannot be filed", () => {
  const refused = (changes: object, owner = OWNER) => {
    const information = { ...INFORMATION, ...changes };
    const command = { on: ON, rule: "r", version: "1", information };
    const decision = fileRule(initialRule, owner, command);
    return decision.outcome === "refuse" && decision.code;
  };
  assert.equal(refused({ field: "C" }), "field-not-approved");
  assert.equal(refused({ itemCodes: ["A010101", "A090101"] }), "field-not-approved");
  assert.equal(refused({}, { ...OWNER, fields: [] }), "field-not-approved");
  assert.equal(refused({}, { ...OWNER, status: "withdrawn" }), "field-not-approved");
  assert.equal(refused({}), false);
});

test("a returned version is filed again under the same number, with another text", () => {
  const returned = after(file, take, giveBack);
  const information = { ...INFORMATION, contentHash: "ef".repeat(32) };
  const decision = fileRule(returned, OWNER, { on: ON, rule: "r", version: "1", information });
  assert.ok(decision.outcome === "accept");
  const version = versionOf(decision.state, "1");
  assert.equal(version?.state, "filed");
  assert.equal(version?.contentHash, "ef".repeat(32));
});

test("publishing a later version ends the one before on the day the later one begins", () => {
  const second: Command = { act: "publish", version: "2", inForceFrom: "2026-07-01" };
  const state = after(file, publish, { act: "file", version: "2" }, second);
  const [one, two] = [versionOf(state, "1"), versionOf(state, "2")];
  assert.deepEqual(
    [one?.state, one?.inForceFrom, one?.inForceUntil],
    ["superseded", "2026-03-01", "2026-07-01"],
  );
  assert.deepEqual(
    [two?.state, two?.inForceFrom, two?.inForceUntil],
    ["published", "2026-07-01", null],
  );
});

test("a cancelled version is not in force from the day of its cancelling", () => {
  const past = after(file, { ...publish, inForceFrom: "2026-01-15" }, cancel);
  assert.equal(versionOf(past, "1")?.inForceUntil, ON);
  const never = after(file, publish, cancel);
  assert.equal(versionOf(never, "1")?.inForceUntil, "2026-03-01");
  assert.equal(versionOf(after(file, cancel), "1")?.inForceUntil, null);
});

const VERSIONS = fc.constantFrom("1", "2", "3");
const COMMANDS: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    act: fc.constantFrom("file", "begin-review", "return", "accept", "cancel"),
    version: VERSIONS,
  }) as fc.Arbitrary<Command>,
  fc.record({
    act: fc.constant("publish" as const),
    version: VERSIONS,
    inForceFrom: fc.constantFrom("2026-01-01", "2026-03-01", "2026-05-01"),
  }),
);

test("no sequence of acts reaches an undeclared state, and replay comes to the same", () => {
  fc.assert(
    fc.property(fc.array(COMMANDS, { maxLength: 40 }), (commands) => {
      let state: RuleState = initialRule;
      let replayed: RuleState = initialRule;
      for (const command of commands) {
        const before = versionOf(state, command.version)?.state ?? "unfiled";
        const decision = decide(state, command);
        if (decision.outcome !== "accept") continue;
        state = decision.state;
        for (const event of [decision.event, ...followingOf(decision.event)]) {
          replayed = evolveRule(replayed, event);
        }
        const now = versionOf(state, command.version)?.state;
        assert.equal(now, RULE_STEPS[before][command.act]);
      }
      assert.deepEqual(replayed, state);
      if (!state.known) return;
      for (const one of state.versions) assert.ok(REGISTERED_STATES.includes(one.state));
      assert.ok(state.versions.filter((one) => one.state === "published").length <= 1);
      assert.equal(publishedVersion(state)?.inForceUntil ?? null, null);
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
});

function followingOf(event: RuleEvent): RuleEvent[] {
  const isPublished = (one: RuleEvent): one is RulePublished => one.type === "RulePublished";
  const superseded = isPublished(event) ? supersededBy(event) : null;
  return superseded === null ? [] : [superseded];
}

test("an event that cannot follow is a corrupt stream", () => {
  const published = decide(after(file), publish);
  assert.ok(published.outcome === "accept");
  assert.throws(() => evolveRule(initialRule, published.event), /only a filed version/);
  assert.throws(() => evolveRule(after(file, take), published.event), /cannot publish/);
});

test("every field of a rule's event is declared, and signers' names are not public", () => {
  const states = { file: initialRule, take: after(file), end: after(file, take) };
  const decisions = [
    decide(states.file, file),
    decide(states.take, take),
    decide(states.end, accept),
    decide(states.end, giveBack),
    decide(states.take, publish),
    decide(states.take, cancel),
  ];
  for (const decision of decisions) {
    assert.ok(decision.outcome === "accept");
    const { type, data } = decision.event;
    assert.deepEqual(Object.keys(data).sort(), Object.keys(EVENT_SCHEMAS[type].data).sort());
    assert.equal(personalVisibility(type, "signer.name"), "institution");
  }
});
