/** Alphabet of GB 32100-2015: digits and letters without I, O, S, V, Z. */
const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714, the organisation code inside the USCC. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const LETTER_A_VALUE = 10;
/** GB 11643. */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = "10X98765432";

function weigh(text: string, weights: readonly number[], value: (character: string) => number) {
  return weights.reduce((sum, weight, at) => sum + weight * value(text.charAt(at)), 0);
}

const organisationValue = (character: string): number =>
  character <= "9" ? Number(character) : character.charCodeAt(0) - 65 + LETTER_A_VALUE;

function organisationCheck(body: string): string {
  const rest = (11 - (weigh(body, ORGANISATION_WEIGHTS, organisationValue) % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}

/**
 * A credit code with right check characters whose organisation code starts with XY, a series that
 * the registration authorities have not handed out. Unique for each serial below 31^6.
 */
export function inventedCreditCode(district: string, serial: number): string {
  let digits = "";
  for (let rest = serial, place = 0; place < 6; place++, rest = Math.floor(rest / 31)) {
    digits = USCC_ALPHABET.charAt(rest % 31) + digits;
  }
  const organisation = `XY${digits}`;
  const code = `91${district}${organisation}${organisationCheck(organisation)}`;
  const rest = weigh(code, USCC_WEIGHTS, (character) => USCC_ALPHABET.indexOf(character)) % 31;
  return code + USCC_ALPHABET.charAt((31 - rest) % 31);
}

/** Identity number of nobody: region 000000 does not exist. Unique for serials below 12 million. */
export function inventedIdentityNumber(serial: number): string {
  const bornOn = new Date(Date.UTC(1962, 0, 1 + ((serial * 37) % 12_000)));
  const order = String((Math.floor(serial / 12_000) % 999) + 1).padStart(3, "0");
  const body = `000000${bornOn.toISOString().slice(0, 10).replaceAll("-", "")}${order}`;
  return body + IDENTITY_CHECKS.charAt(weigh(body, IDENTITY_WEIGHTS, Number) % 11);
}

/** No mobile numbers start with 100. */
export const inventedPhone = (serial: number): string =>
  `100${String(serial % 100_000_000).padStart(8, "0")}`;

/** The X before the sequence marks an invented registration. */
export function inventedRegistrationNumber(field: string, serial: number, senior: boolean): string {
  const year = 2016 + (serial % 8);
  return `${year}-N${senior ? 2 : 1}${field}-X${String(serial).padStart(6, "0")}`;
}

/**
 * In 2001 fewer than two hundred numbers had been given out, so none of these approvals is real.
 * The three digits open every certificate number of the body, hence at most 799 bodies.
 */
export function inventedApprovalNumber(index: number): string {
  const digits = index < 99 ? 901 + index : 200 + index - 99;
  if (index > 798) throw new Error(`body ${index} has no free three-digit number`);
  return `CNCA-R-2001-${digits}`;
}

/** Convention before 2026 (domain facts 5.5): body, year, system letter, sequence, cycle, size. */
export interface CertificateNumberParts {
  readonly approvalNumber: string;
  readonly year: number;
  readonly systemLetter: string;
  readonly sequence: number;
  readonly cycle: number;
  readonly headcount: number;
}

/** Sequences start at half a million; real ones under this convention have five digits. */
const SEQUENCE_BASE = 500_000;

export function inventedCertificateNumber(parts: CertificateNumberParts): string {
  const year = String(parts.year % 100).padStart(2, "0");
  const size = parts.headcount <= 50 ? "S" : parts.headcount <= 1000 ? "M" : "L";
  const sequence = SEQUENCE_BASE + parts.sequence;
  const body = parts.approvalNumber.slice(-3);
  return `${body}${year}${parts.systemLetter}${sequence}R${parts.cycle}${size}`;
}
