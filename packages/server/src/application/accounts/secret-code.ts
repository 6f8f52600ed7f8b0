import { hash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;
const ID_BYTES = 12;
const ACCOUNT_BYTES = 16;
/** Without letters and digits that are taken for one another. */
const LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const RECOVERY_LETTERS = 16;
const RECOVERY_CODES = 10;

/** 256 random bits; only their hash is stored, so a plain hash is enough. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");
export const hashOf = (secret: string): Buffer => hash("sha256", secret, "buffer");

export const newId = (): string => randomBytes(ID_BYTES).toString("hex");
export const newAccountId = (): string => randomBytes(ACCOUNT_BYTES).toString("hex");

/** For paper: some 78 bits each, in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(randomLetters(RECOVERY_LETTERS)).join("");
    return (letters.match(/.{4}/g) ?? []).join("-");
  });
}

function* randomLetters(count: number): Generator<string> {
  // Bytes above the last multiple would make the first letters likelier.
  const below = 256 - (256 % LETTERS.length);
  for (let given = 0; given < count; ) {
    const [byte = 255] = randomBytes(1);
    if (byte >= below) continue;
    given += 1;
    yield LETTERS[byte % LETTERS.length] as string;
  }
}

/** However it was typed. */
export const hashOfRecoveryCode = (code: string): Buffer =>
  hashOf(
    code
      .normalize("NFKC")
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, ""),
  );
