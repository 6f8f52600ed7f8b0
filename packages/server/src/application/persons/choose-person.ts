import type { Mention } from "./person-mentions.ts";

/** Who is to be erased, by what the operator knows of the person. */
export type AskedPerson = { by: "identity" | "registration" | "name"; value: string };

export type ChoiceOptions = {
  /** Where several share the name, also values that hold nothing but the name. */
  withNameAlone: boolean;
};

export type Choice = {
  /** Of the values that go. */
  commitments: ReadonlySet<string>;
  /** Only this person's: where one of them stands in a text, the text is about the person. */
  certain: readonly string[];
  /** Names of nobody else that is known. */
  ownNames: readonly string[];
  /** Names that others have too. */
  sharedNames: readonly string[];
  /** Persons told apart from this one who lose a value that they have in common. */
  others: number;
  /** Values that hold no more than a shared name, which therefore stay. */
  left: ReadonlySet<string>;
};

export type ChoiceRefusal = "person-name-shared" | "person-registration-shared";

type Person = { identity: string | null; registrations: ReadonlySet<string> };

const given = (values: readonly (string | null)[]): Set<string> =>
  new Set(values.filter((value) => value !== null));

const isTold = ({ identity, registration }: Mention): boolean =>
  identity !== null || registration !== null;

/** Who is named without identity is whoever has the registration number. */
const isOf =
  ({ identity, registrations }: Person) =>
  (mention: Mention): boolean =>
    mention.identity === null
      ? mention.registration !== null && registrations.has(mention.registration)
      : mention.identity === identity;

const identitiesWith = (mentions: readonly Mention[], registration: string) =>
  given(
    mentions
      .filter((mention) => mention.registration === registration)
      .map(({ identity }) => identity),
  );

function byIdentity(mentions: readonly Mention[], identity: string): Person {
  const own = mentions.filter((mention) => mention.identity === identity);
  return { identity, registrations: given(own.map(({ registration }) => registration)) };
}

function byRegistration(mentions: readonly Mention[], value: string): Person | ChoiceRefusal {
  const [identity, ...more] = identitiesWith(mentions, value);
  if (more.length > 0) return "person-registration-shared";
  if (identity === undefined) return { identity: null, registrations: new Set([value]) };
  return byIdentity(mentions, identity);
}

/** Somebody named with a number alone is whom the only identity with that number stands for. */
function toldBy(mentions: readonly Mention[], { identity, registration }: Mention): AskedPerson {
  if (identity !== null) return { by: "identity", value: identity };
  const value = registration ?? "";
  const [only, ...more] = identitiesWith(mentions, value);
  return only !== undefined && more.length === 0
    ? { by: "identity", value: only }
    : { by: "registration", value };
}

const keyOf = ({ by, value }: AskedPerson): string => `${by} ${value}`;

function byName(mentions: readonly Mention[], name: string): Person | ChoiceRefusal {
  const told = mentions.filter((mention) => mention.name === name && isTold(mention));
  const persons = new Map(
    told.map((mention) => {
      const person = toldBy(mentions, mention);
      return [keyOf(person), person];
    }),
  );
  const [only, ...more] = persons.values();
  if (more.length > 0) return "person-name-shared";
  return only === undefined ? { identity: null, registrations: new Set() } : find(mentions, only);
}

function find(mentions: readonly Mention[], { by, value }: AskedPerson): Person | ChoiceRefusal {
  switch (by) {
    case "identity":
      return byIdentity(mentions, value);
    case "registration":
      return byRegistration(mentions, value);
    case "name":
      return byName(mentions, value);
  }
}

/**
 * What goes when a person is erased. Everything that stands with the person's identity or
 * registration number goes, also what others have in common: there is one commitment for a value.
 * What holds a name and no number goes when nobody else is known to have that name, when the
 * person's telephone stands with it, or when it is asked for (`withNameAlone`).
 */
export function choosePerson(
  mentions: readonly Mention[],
  asked: AskedPerson,
  { withNameAlone }: ChoiceOptions,
): Choice | ChoiceRefusal {
  const person = find(mentions, asked);
  if (typeof person === "string") return person;
  const isOwn = isOf(person);
  const own = mentions.filter(isOwn);
  const names = given(own.map(({ name }) => name));
  if (asked.by === "name") names.add(asked.value);
  const phones = given(own.map(({ phone }) => phone));
  const strangers = mentions.filter((mention) => isTold(mention) && !isOwn(mention));
  const taken = given(strangers.map(({ name }) => name));
  const goes = ({ name, phone }: Mention): boolean =>
    withNameAlone || !taken.has(name ?? "") || (phone !== null && phones.has(phone));
  const isAlone = ({ name, phone }: Mention): boolean =>
    name === null ? phone !== null && phones.has(phone) : names.has(name);
  const alone = mentions.filter((mention) => !isTold(mention) && isAlone(mention));
  const commitments = commitmentsOf([...own, ...alone.filter(goes)]);
  const left = [...commitmentsOf(alone)].filter((commitment) => !commitments.has(commitment));
  const bereft = strangers.filter((one) => one.commitments.some((it) => commitments.has(it)));
  return {
    commitments,
    certain: [...person.registrations, ...phones, ...given([person.identity])],
    ownNames: [...names].filter((name) => withNameAlone || !taken.has(name)),
    sharedNames: [...names].filter((name) => !withNameAlone && taken.has(name)),
    others: new Set(bereft.map((one) => keyOf(toldBy(mentions, one)))).size,
    left: new Set(left),
  };
}

const commitmentsOf = (mentions: readonly Mention[]): Set<string> =>
  new Set(mentions.flatMap(({ commitments }) => commitments));
