import { hash } from "node:crypto";
import { opensCommitment, SALT_BYTES } from "@suzheng/log-format";
import type { FsckOpening, FsckSnapshot } from "../../../application/fsck.ts";
import { PERSON_NAMES } from "../../../application/persons/person-mentions.ts";
import { sha256 } from "../../sha256.ts";
import type { Damages } from "../damages.ts";

type Scope = {
  snapshot: Pick<FsckSnapshot, "openings">;
  log: string;
  damages: Damages;
  personToken: (text: string) => string;
};

/** Every kept value opens its commitment. Returns the persons' tokens by commitment. */
export async function checkOpenings(scope: Scope): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for await (const rows of scope.snapshot.openings(scope.log)) {
    for (const row of rows) checkOpening(scope, row, tokens);
  }
  return tokens;
}

const preimage = Buffer.alloc(4096);
/** Bytes that a character of a text takes at most. */
const CHARACTER_BYTES_MAX = 3;

/** As `opensCommitment` says in nearly every case, without an object for each part. */
function certainlyOpens({ commitment, name, value, salt }: FsckOpening): boolean {
  const bytesMax = SALT_BYTES + CHARACTER_BYTES_MAX * (name.length + value.length) + 1;
  if (salt.length !== SALT_BYTES || name === "" || bytesMax > preimage.length) return false;
  preimage.set(salt);
  const nameEnd = SALT_BYTES + preimage.write(name, SALT_BYTES, "utf8");
  preimage[nameEnd] = 0;
  const end = nameEnd + 1 + preimage.write(value, nameEnd + 1, "utf8");
  return hash("sha256", preimage.subarray(0, end), "base64url") === commitment;
}

function opens(opening: FsckOpening): boolean {
  if (certainlyOpens(opening)) return true;
  const { commitment, name, value, salt } = opening;
  const disclosure = { name, value, salt: salt.toString("base64url") };
  return opensCommitment(sha256, commitment, disclosure);
}

function checkOpening(scope: Scope, opening: FsckOpening, tokens: Map<string, string>): void {
  const { commitment, name, value } = opening;
  if (!opens(opening)) {
    scope.damages.add("opening", {
      log: scope.log,
      where: `personal_values \`${commitment}\``,
      expected: "a value, name and salt that open it",
      // The value itself is personal and stays out of the report.
      found: `another \`${name}\``,
    });
  } else if (PERSON_NAMES.includes(name)) {
    tokens.set(commitment, scope.personToken(value));
  }
}
