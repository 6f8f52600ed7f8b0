import { randomBytes } from "node:crypto";
import { commit, SALT_BYTES } from "@suzheng/log-format";
import type { Act, PersonalValue } from "../application/act.ts";
import type { LogTransaction, Opening } from "../application/log-store.ts";
import { sha256 } from "./sha256.ts";

const keyOf = ({ name, value }: PersonalValue) => `${name}\u0000${value}`;

export type Openings = {
  /** Commitment of each value. */
  commitmentOf(value: PersonalValue): string;
  /** Made now; to be written with the batch. */
  fresh: readonly Opening[];
};

/**
 * Within one institution the same value under the same name keeps one commitment, so that a
 * person's acts can be followed without naming the person. The salt is random: once the row is
 * deleted nobody can confirm a guess.
 */
export async function openingsFor(log: LogTransaction, acts: readonly Act[]): Promise<Openings> {
  const values = new Map<string, PersonalValue>();
  for (const act of acts) for (const value of act.personal) values.set(keyOf(value), value);
  const known = new Map<string, string>();
  for (const opening of await log.openings([...values.values()])) {
    known.set(keyOf(opening), opening.commitment);
  }
  const fresh: Opening[] = [];
  for (const [key, value] of values) {
    if (known.has(key)) continue;
    const salt = randomBytes(SALT_BYTES);
    const disclosure = { name: value.name, value: value.value, salt: salt.toString("base64url") };
    const commitment = commit(sha256, disclosure);
    fresh.push({ ...value, commitment, salt });
    known.set(key, commitment);
  }
  return {
    fresh,
    commitmentOf(value) {
      const commitment = known.get(keyOf(value));
      if (commitment === undefined) throw new Error("a value of the batch has a commitment");
      return commitment;
    },
  };
}
