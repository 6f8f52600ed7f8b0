import { inventedCreditCode, inventedPhone } from "./invented-codes.ts";
import { type Random, seededRandom } from "./random.ts";
import { BRAND_SYLLABLES, COMPANY_FORMS, STREETS } from "./words/company-words.ts";
import { DISTRICTS } from "./words/districts.ts";
import { INDUSTRIES, type Industry } from "./words/industries.ts";
import { GIVEN_LAST, SURNAMES } from "./words/person-names.ts";

/** A certified organisation; recomputed from its serial whenever a row needs it, never kept. */
export interface Client {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly industry: Industry;
  readonly contact: string;
  readonly phone: string;
  /** Operating addresses, newest last; the client moves at most a few times. */
  address(moves: number): string;
}

/** Upper ends of headcount classes, in the proportions of small and medium enterprises. */
const USUAL_HEADCOUNTS = [10, 15, 25, 25, 45, 45, 65, 85, 125, 175, 275, 625];
const LARGE_HEADCOUNTS = [85, 125, 175, 275, 425, 625];

export function drawHeadcount(random: Random, clients: "usual" | "large"): number {
  const upper = random.pick(clients === "usual" ? USUAL_HEADCOUNTS : LARGE_HEADCOUNTS);
  return random.between(Math.ceil(upper * 0.6), upper);
}

/** A different word for each serial: 7919 is prime, so stepping by it meets every triple once. */
function brand(serial: number): string {
  const base = BRAND_SYLLABLES.length;
  const triples = base ** 3;
  const mixed = ((serial % triples) * 7919 + 4099) % triples;
  const digits = [mixed % base, Math.floor(mixed / base) % base, Math.floor(mixed / base ** 2)];
  const rounds = Math.floor(serial / triples);
  if (rounds > 0) digits.push(rounds - 1);
  return digits.map((digit) => BRAND_SYLLABLES[digit % base] ?? "").join("");
}

export function inventedClient(seed: string | number, serial: number): Client {
  const random = seededRandom(seed, `client ${serial}`);
  const district = random.pick(DISTRICTS);
  const industry = random.pick(INDUSTRIES);
  const firstStreet = random.between(0, STREETS.length - 1);
  const houseNumber = random.between(1, 399);
  return {
    code: inventedCreditCode(district.code, serial),
    name: `${district.short}${brand(serial)}${industry.word}${random.pick(COMPANY_FORMS)}`,
    district: district.code,
    industry,
    contact: random.pick(SURNAMES) + random.pick(GIVEN_LAST),
    phone: inventedPhone(serial),
    address: (moves) =>
      `${district.address}${STREETS[(firstStreet + moves) % STREETS.length]}${houseNumber + moves}号`,
  };
}
