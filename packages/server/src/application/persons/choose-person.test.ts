import assert from "node:assert/strict";
import { test } from "node:test";
import { EVENT_SCHEMAS } from "@suzheng/certification";
import { type AskedPerson, type Choice, choosePerson } from "./choose-person.ts";
import {
  FREE_TEXTS,
  mentionsIn,
  type NamedTogether,
  PERSON_FIELDS,
  type PersonOpening,
} from "./person-mentions.ts";

/** Fields of personal values that say nothing of a person: fee and number of a contract. */
const IMPERSONAL = ["terms"];

const CHENG = "110101190001010000";
const LIN = "110101190001020000";

/** Kept values, each named by what it holds. */
const VALUES: Record<string, [name: string, value: string]> = {
  "cheng identity": ["person.identity", CHENG],
  "lin identity": ["person.identity", LIN],
  "cheng number": ["person.registration", "2024-N1QMS-0000001"],
  "lin number": ["person.registration", "2024-N1QMS-0000002"],
  name: ["person.name", "程样例"],
  "lin name": ["person.name", "林样例"],
  "cheng planned": ["inspector.0", JSON.stringify(["程样例", CHENG, null, "00000000000"])],
  "cheng planned by number": [
    "inspector.1",
    JSON.stringify(["程样例", null, "2024-N1QMS-0000001", null]),
  ],
  "lin planned": ["expert.0", JSON.stringify(["林样例", LIN, null, "00000000001"])],
  deciding: ["decision-maker.0", "程样例"],
  "lin deciding": ["decision-maker.0", "林样例"],
  contact: ["contact.0", JSON.stringify(["程样例", "00000000009"])],
  "contact with telephone": ["contact.1", JSON.stringify(["程样例", "00000000000"])],
  "telephone alone": ["contact.2", JSON.stringify([null, "00000000000"])],
  "lin telephone alone": ["contact.2", JSON.stringify([null, "00000000001"])],
  signing: ["signer.name", "程样例"],
};

const CHENG_ATTENDED = { identity: "cheng identity", registration: "cheng number", name: "name" };
const LIN_ATTENDED = { identity: "lin identity", registration: "lin number", name: "lin name" };
/** Somebody else of the same name. */
const NAMESAKE_ATTENDED = { identity: "lin identity", registration: "lin number", name: "name" };

const openings = (): PersonOpening[] =>
  Object.entries(VALUES).map(([commitment, [name, value]]) => ({ commitment, name, value }));

function choose(
  asked: AskedPerson,
  {
    together = [CHENG_ATTENDED, LIN_ATTENDED],
    withNameAlone = false,
  }: { together?: NamedTogether[]; withNameAlone?: boolean } = {},
): Choice {
  const choice = choosePerson(mentionsIn(openings(), together), asked, { withNameAlone });
  assert.ok(typeof choice !== "string", String(choice));
  return choice;
}

const OF_CHENG = Object.keys(VALUES).filter((one) => !one.startsWith("lin"));
const ALONE = ["deciding", "contact", "signing"];

test("every personal field that an event declares is read, or known to name nobody", () => {
  const declared = Object.values(EVENT_SCHEMAS).flatMap(({ personal }) => Object.keys(personal));
  const known = [...Object.keys(PERSON_FIELDS), ...FREE_TEXTS, ...IMPERSONAL];
  assert.deepEqual([...new Set(declared)].sort(), known.sort());
});

const asking: readonly (readonly [what: string, asked: AskedPerson])[] = [
  ["by the identity document", { by: "identity", value: CHENG }],
  ["by the registration number", { by: "registration", value: "2024-N1QMS-0000001" }],
  ["by a name that nobody else has", { by: "name", value: "程样例" }],
];
for (const [what, asked] of asking) {
  test(`a person is found in every field ${what}, and nobody else is`, () => {
    const { commitments, left, others } = choose(asked);
    assert.deepEqual([...commitments].sort(), OF_CHENG.sort());
    assert.deepEqual([left.size, others], [0, 0]);
  });
}

test("what holds a name alone stays when somebody else has the name, unless it is asked for", () => {
  const together = [CHENG_ATTENDED, NAMESAKE_ATTENDED];
  const asked: AskedPerson = { by: "identity", value: CHENG };
  const careful = choose(asked, { together });
  assert.deepEqual([...careful.left].sort(), [...ALONE].sort());
  assert.deepEqual([careful.ownNames, careful.sharedNames], [[], ["程样例"]]);
  assert.equal(careful.others, 1, "the namesake loses the name of the attendances");
  assert.deepEqual(
    [...careful.commitments].sort(),
    OF_CHENG.filter((one) => !ALONE.includes(one)).sort(),
  );
  const whole = choose(asked, { together, withNameAlone: true });
  assert.deepEqual([...whole.commitments].sort(), OF_CHENG.sort());
});

test("a name that several have says nobody", () => {
  const mentions = mentionsIn(openings(), [CHENG_ATTENDED, NAMESAKE_ATTENDED]);
  const named = choosePerson(mentions, { by: "name", value: "程样例" }, { withNameAlone: true });
  assert.equal(named, "person-name-shared");
});

test("a person planned by number and one who attended with it are the same", () => {
  const together = [{ ...CHENG_ATTENDED, name: null }];
  const { commitments } = choose({ by: "name", value: "程样例" }, { together });
  assert.deepEqual([...commitments].sort(), OF_CHENG.sort());
});

test("a number that was reported of two people says neither of them", () => {
  const together = [CHENG_ATTENDED, { ...LIN_ATTENDED, registration: "cheng number" }];
  const mentions = mentionsIn(openings(), together);
  const asked: AskedPerson = { by: "registration", value: "2024-N1QMS-0000001" };
  assert.equal(
    choosePerson(mentions, asked, { withNameAlone: false }),
    "person-registration-shared",
  );
});

test("somebody erased before still has the name, so that it is not taken for another's alone", () => {
  const kept = openings().filter(({ commitment }) => commitment !== "lin identity");
  const mentions = mentionsIn(kept, [CHENG_ATTENDED, NAMESAKE_ATTENDED]);
  const asked: AskedPerson = { by: "name", value: "程样例" };
  assert.equal(choosePerson(mentions, asked, { withNameAlone: false }), "person-name-shared");
});

test("who is nowhere has nothing to erase", () => {
  assert.equal(choose({ by: "name", value: "无此人" }).commitments.size, 0);
  assert.equal(choose({ by: "identity", value: "11010119000103000X" }).commitments.size, 0);
});
