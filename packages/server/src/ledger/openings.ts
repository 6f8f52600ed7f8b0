import { randomBytes } from "node:crypto";
import { commit, SALT_BYTES } from "@suzheng/log-format";
import type { Act, PersonalValue } from "../application/act.ts";
import type { InLog, LogTransaction, Opening } from "../application/ledger/log-store.ts";
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
  const values = new Map<string, InLog<PersonalValue>>();
  for (const { institution, personal } of acts) {
    for (const value of personal) {
      values.set(`${institution}\u0000${keyOf(value)}`, { ...value, institution });
    }
  }
  const asked = [...values.values()];
  const stored = await logs.commitments(asked);
  const byLog = Map.groupBy(
    asked.map((value, i) => ({ value, commitment: stored[i] ?? null })),
    ({ value }) => value.institution,
  );
  return { of: (institution) => openingsOf(byLog.get(institution) ?? []) };
}

type Asked = { value: InLog<PersonalValue>; commitment: string | null };

function openingsOf(asked: readonly Asked[]): Openings {
  const known = new Map<string, string>();
  const fresh: Opening[] = [];
  // Drawn at once: a call for each would cost more than the bytes.
  const salts = randomBytes(asked.length * SALT_BYTES);
  for (const { value: inLog, commitment: stored } of asked) {
    const { institution: _institution, ...value } = inLog;
    const at = fresh.length * SALT_BYTES;
    const salt = salts.subarray(at, at + SALT_BYTES);
    const commitment = stored ?? commit(sha256, { name: value.name, value: value.value, salt });
    if (stored === null) fresh.push({ ...value, salt, commitment });
    known.set(keyOf(value), commitment);
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
