import { opensCommitment } from "@suzheng/log-format";
import type { FsckOpening, FsckSnapshot } from "../../application/fsck.ts";
import { sha256 } from "../sha256.ts";
import type { Damages } from "./damages.ts";
import { PERSON_NAMES } from "./participations.ts";

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

function checkOpening(scope: Scope, opening: FsckOpening, tokens: Map<string, string>): void {
  const { commitment, name, value, salt } = opening;
  const disclosure = { name, value, salt: salt.toString("base64url") };
  if (!opensCommitment(sha256, commitment, disclosure)) {
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
