import {
  parseNote,
  parseSignatureLine,
  parseVkey,
  toBase64,
  verifyNote,
} from "@suzheng/log-format";
import type { Sha256 } from "@suzheng/merkle";
import type { KnownWitness, ProveFrom, Witnesses } from "../application/ledger/witnesses.ts";

/** Publishing waits this long for the slowest witness, then goes on without it. */
const TIMEOUT_MS = 1000;
/** A witness that has seen another size says so; then it is asked once more from that size. */
const TRIES_MAX = 2;

export type HttpWitnessesParts = {
  witnesses: readonly KnownWitness[];
  sha256: Sha256;
  alarm(message: string): void;
};

type Answer = { line: string } | { seen: number } | { refused: string };

/** Asks each witness by C2SP tlog-witness, `POST <url>/add-checkpoint`. */
export function httpWitnesses({ witnesses, sha256, alarm }: HttpWitnessesParts): Witnesses {
  /** Size that each witness saw last, as far as this process knows. */
  const seen = new Map<string, number>();
  /** Those that did not cosign last time: said once, not each second. */
  const away = new Set<string>();

  function tell(name: string, reason: unknown): void {
    if (!away.has(name)) alarm(`witness ${name} does not cosign: ${String(reason)}`);
    away.add(name);
  }

  async function askOne(witness: KnownWitness, checkpoint: string, proveFrom: ProveFrom) {
    for (let tries = 1; tries <= TRIES_MAX; tries++) {
      const oldSize = seen.get(witness.name) ?? 0;
      const answer = await post(witness, checkpoint, { oldSize, proof: await proveFrom(oldSize) });
      if ("refused" in answer) throw new Error(answer.refused);
      if ("seen" in answer) {
        seen.set(witness.name, answer.seen);
        continue;
      }
      seen.set(witness.name, sizeOf(checkpoint));
      return checkedLine({ witness, checkpoint, sha256, line: answer.line });
    }
    throw new Error("it has seen another size each time");
  }

  return {
    async cosign(checkpoint, proveFrom) {
      const asked = witnesses.map((witness) => askOne(witness, checkpoint, proveFrom));
      const answers = await Promise.allSettled(asked);
      return answers.flatMap((answer, i) => {
        const name = witnesses[i]?.name ?? "";
        if (answer.status === "rejected") {
          tell(name, answer.reason);
          return [];
        }
        if (away.delete(name)) alarm(`witness ${name} cosigns again`);
        return [answer.value];
      });
    },
  };
}

const sizeOf = (checkpoint: string): number => Number(checkpoint.split("\n")[1]);

async function post(
  { url }: KnownWitness,
  checkpoint: string,
  { oldSize, proof }: { oldSize: number; proof: readonly Uint8Array[] },
): Promise<Answer> {
  const hashes = proof.map((hash) => `${toBase64(hash)}\n`).join("");
  const response = await fetch(`${url.replace(/\/$/, "")}/add-checkpoint`, {
    method: "POST",
    body: `old ${oldSize}\n${hashes}\n${checkpoint}`,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (response.status === 200) return { line: text.split("\n")[0] ?? "" };
  const size = Number(text.trim());
  const isOlder = Number.isSafeInteger(size) && size >= 0 && size <= sizeOf(checkpoint);
  if (response.status === 409 && isOlder && size !== oldSize) return { seen: size };
  return { refused: `it answered ${response.status} ${text.trim().slice(0, 100)}` };
}

/** Only a line that holds is published: a bad one would make verifiers refuse the whole note. */
function checkedLine(given: {
  witness: KnownWitness;
  checkpoint: string;
  sha256: Sha256;
  line: string;
}): string {
  const { witness, checkpoint, sha256, line } = given;
  const key = parseVkey(sha256, witness.vkey);
  const note = parseNote(checkpoint);
  const signature = parseSignatureLine(line);
  if (key.outcome !== "parsed" || note.outcome !== "parsed" || signature.outcome !== "parsed") {
    throw new Error("its answer is not a signature line");
  }
  const cosigned = { text: note.value.text, signatures: [signature.value] };
  const check = verifyNote(cosigned, [key.value]);
  if (check.outcome !== "valid" || check.signatures.length !== 1) {
    throw new Error("its cosignature does not hold for the key that was pinned");
  }
  return `${line}\n`;
}
