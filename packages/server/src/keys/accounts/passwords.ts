import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import type { Passwords } from "../../application/accounts/credentials/credentials.ts";

/** Argon2id as the OWASP cheat sheet has it; memory in KiB. Kept with each hash. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const PHC =
  /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]+={0,2})$/;

type Cost = typeof COST;

function derive(password: string, nonce: Uint8Array, cost: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parameters = { message: password, nonce, tagLength: TAG_BYTES, ...cost };
    argon2("argon2id", parameters, (fault, tag) => (fault === null ? resolve(tag) : reject(fault)));
  });
}

const unpadded = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("base64").replaceAll("=", "");

/** On the thread pool, which also bounds how many are computed at once. */
export function argon2Passwords(cost: Cost = COST): Passwords {
  /** Of nobody: what unknown accounts are compared with. */
  const nobody = { cost, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) };
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const tag = await derive(password, salt, cost);
      const { memory, passes, parallelism } = cost;
      const head = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}`;
      return `${head}$${unpadded(salt)}$${unpadded(tag)}`;
    },
    async verify(password, stored) {
      const known = stored === null ? nobody : parse(stored);
      const tag = await derive(password, known.salt, known.cost);
      return timingSafeEqual(tag, known.tag) && stored !== null;
    },
  };
}

function parse(stored: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const [, memory, passes, parallelism, salt = "", tag = ""] = PHC.exec(stored) ?? [];
  if (tag === "") throw new Error("a stored password is not a PHC string of argon2id");
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}
