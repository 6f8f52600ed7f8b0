import {
  type AskedPerson,
  type ChoiceOptions,
  type ChoiceRefusal,
  choosePerson,
} from "./choose-person.ts";
import type { PersonErasure } from "./person-erasures.ts";
import { type Mention, mentionsIn, type PersonOpening } from "./person-mentions.ts";

export type Chosen = {
  openings: readonly PersonOpening[];
  /** What names this person in running text. */
  words: readonly string[];
  /** Persons told apart from this one who lose a value that they have in common. */
  others: number;
  /** Openings that stay, since they hold no more than a name that others share. */
  left: readonly PersonOpening[];
};

/** A name of one character stands in too many words. */
const NAME_LENGTH_MIN = 2;
/** A shorter telephone number is an extension, which stands in too many numbers. */
const NUMBER_LENGTH_MIN = 7;

const textWords = (numbers: readonly string[], names: readonly string[]): string[] => [
  ...numbers.filter((word) => word.length >= NUMBER_LENGTH_MIN),
  ...names.filter((word) => word.length >= NAME_LENGTH_MIN),
];

/** The openings that go, running texts among them; possibly none. */
export async function chooseOpenings(
  erasure: PersonErasure,
  { asked, withNameAlone }: ChoiceOptions & { asked: AskedPerson },
): Promise<Chosen | ChoiceRefusal> {
  const kept = await erasure.openings();
  const mentions = mentionsIn(kept, await erasure.namedTogether());
  const choice = choosePerson(mentions, asked, { withNameAlone });
  if (typeof choice === "string") return choice;
  const words = textWords(choice.certain, choice.ownNames);
  const texts = await erasure.textsWith([...words, ...textWords([], choice.sharedNames)]);
  const isErased = ({ value }: PersonOpening) => words.some((word) => value.includes(word));
  const of = (commitments: ReadonlySet<string>) =>
    kept.filter(({ commitment }) => commitments.has(commitment));
  return {
    openings: [...of(choice.commitments), ...texts.filter(isErased)],
    words,
    others: choice.others,
    left: [...of(choice.left), ...texts.filter((text) => !isErased(text))],
  };
}

/** What names the person of these openings; a namesake cannot be told from them alone. */
export function wordsOf(openings: readonly PersonOpening[]): string[] {
  const mentions = mentionsIn(openings, []);
  const all = (part: "identity" | "registration" | "phone" | "name") =>
    mentions.flatMap((mention: Mention) => mention[part] ?? []);
  const numbers = [...all("identity"), ...all("registration"), ...all("phone")];
  return [...new Set(textWords(numbers, all("name")))];
}
