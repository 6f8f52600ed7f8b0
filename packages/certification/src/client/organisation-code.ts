/** Alphabet of the unified social credit code, GB 32100-2015: 31 characters, no I, O, S, V, Z. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(i−1) mod 31 for the first 17 positions, GB 32100-2015. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const ORGANISATION_CODE = /^[0-9A-Z]{8}-?[0-9X]$/;
/** GB 11714; from general knowledge, so a mismatch is only a warning. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export const isUsccShaped = (code: string): boolean => USCC.test(code);

/** Check character for the first 17 characters of a unified social credit code. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    sum += ALPHABET.indexOf(first17.charAt(i)) * (WEIGHTS[i] ?? 0);
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function isUscc(code: string): boolean {
  return USCC.test(code) && usccCheckCharacter(code) === code.charAt(17);
}

export const isOrganisationCodeShaped = (code: string): boolean => ORGANISATION_CODE.test(code);

/**
 * Check character for the first 8 characters of an organisation code: digit value, A = 10 … Z = 35.
 */
export function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) {
    sum += Number.parseInt(first8.charAt(i), 36) * (ORGANISATION_WEIGHTS[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}

/** True for a 9-character organisation code, hyphen allowed, with a fitting check character. */
export function isOrganisationCode(code: string): boolean {
  const compact = code.replace("-", "");
  return ORGANISATION_CODE.test(code) && organisationCheckCharacter(compact) === compact.charAt(8);
}

/**
 * The key of an organisation in stream names: 9 characters, from positions 9–17 of the unified
 * social credit code or from the old organisation code. A foreign organisation's own code stays as
 * it is.
 */
export function organisationKey(code: string): string {
  if (code.length === 18) return code.slice(8, 17);
  return isOrganisationCodeShaped(code) ? code.replace("-", "") : code;
}
