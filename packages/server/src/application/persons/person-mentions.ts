/** What tells a person apart in an attendance, the first one given; as `personOf` records it. */
export const PERSON_NAMES: readonly string[] = [
  "person.identity",
  "person.registration",
  "person.name",
];

/** A kept value, by the field it was committed under. */
export type PersonOpening = { commitment: string; name: string; value: string };

/** Commitments that stand together in attendances, of one person each; null: not given there. */
export type NamedTogether = {
  identity: string | null;
  registration: string | null;
  name: string | null;
};

/** Somebody named in one place; what is not said there, or was erased, is null. */
export type Mention = {
  /** Identity document. An erased one stands as its commitment, which is nobody else's. */
  identity: string | null;
  /** Auditor registration number, likewise. */
  registration: string | null;
  name: string | null;
  phone: string | null;
  /** Those of them whose value is kept. */
  commitments: readonly string[];
};

type Named = Omit<Mention, "commitments">;

const NOBODY: Named = { identity: null, registration: null, name: null, phone: null };

/** As `reportPlan` of the domain writes them. */
type Planned = [string, string | null, string | null, string | null];
type Contact = [string | null, string | null];

function planned(value: string): Named {
  const [name, identity, registration, phone] = JSON.parse(value) as Planned;
  return { name, identity, registration, phone };
}

function contact(value: string): Named {
  const [name, phone] = JSON.parse(value) as Contact;
  return { ...NOBODY, name, phone };
}

const named = (name: string): Named => ({ ...NOBODY, name });

/** How each field that names one person is read; `*` stands for a number. */
export const PERSON_FIELDS: Readonly<Record<string, (value: string) => Named>> = {
  "person.identity": (identity) => ({ ...NOBODY, identity }),
  "person.registration": (registration) => ({ ...NOBODY, registration }),
  "person.name": named,
  "inspector.*": planned,
  "expert.*": planned,
  "contact.*": contact,
  "decision-maker.*": named,
  "signer.name": named,
};

/** Fields in which people may be named in running text. */
export const FREE_TEXTS: readonly string[] = ["remark"];

/** `inspector.2` → `inspector.*` */
export const fieldOf = (name: string): string => name.replace(/\.\d+$/, ".*");

/** Everybody whom kept values name, once for each place. */
export function mentionsIn(
  openings: readonly PersonOpening[],
  together: readonly NamedTogether[],
): Mention[] {
  const kept = new Map(openings.map(({ commitment, value }) => [commitment, value]));
  const alone = openings.flatMap(({ commitment, name, value }): Mention[] => {
    const read = PERSON_FIELDS[fieldOf(name)];
    return read === undefined ? [] : [{ ...read(value), commitments: [commitment] }];
  });
  return [...alone, ...together.map((one) => mentionOf(one, kept))];
}

function mentionOf(
  { identity, registration, name }: NamedTogether,
  kept: ReadonlyMap<string, string>,
): Mention {
  const orItself = (commitment: string | null) =>
    commitment === null ? null : (kept.get(commitment) ?? commitment);
  return {
    identity: orItself(identity),
    registration: orItself(registration),
    name: name === null ? null : (kept.get(name) ?? null),
    phone: null,
    commitments: [identity, registration, name].flatMap((one) =>
      one !== null && kept.has(one) ? [one] : [],
    ),
  };
}
