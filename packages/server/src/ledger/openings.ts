import { randomBytes } from "node:crypto";
import { commit, SALT_BYTES } from "@suzheng/log-format";
import type { Act, PersonalValue } from "../application/act.ts";
import type { InLog, LogTransaction, Opening } from "../application/log-store.ts";
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
export async function openingsFor(
  logs: LogTransaction,
  acts: readonly InLog<Act>[],
): Promise<{ of(institution: string): Openings }> {
  const byLog = new Map<string, Map<string, PersonalValue>>();
  for (const { institution, personal } of acts) {
    const values = byLog.get(institution) ?? new Map<string, PersonalValue>();
    byLog.set(institution, values);
    for (const value of personal) values.set(keyOf(value), value);
  }
  const asked = [...byLog].flatMap(([institution, values]) =>
    [...values.values()].map((value): InLog<PersonalValue> => ({ ...value, institution })),
  );
  const stored = Map.groupBy(await logs.openings(asked), ({ institution }) => institution);
  return {
    of: (institution) =>
      openingsOf([...(byLog.get(institution)?.values() ?? [])], stored.get(institution) ?? []),
  };
}

function openingsOf(values: readonly PersonalValue[], stored: readonly Opening[]): Openings {
  const known = new Map(stored.map((opening) => [keyOf(opening), opening.commitment]));
  const fresh: Opening[] = [];
  for (const value of values) {
    const key = keyOf(value);
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
