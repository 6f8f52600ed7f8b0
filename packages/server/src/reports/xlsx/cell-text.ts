import type { NumberFormat } from "./number-format.ts";

/**
 * Digits a double carries for certain; more of them after a point are noise of binary fractions.
 */
const SIGNIFICANT_DIGITS = 15;
const DAY_SECONDS = 86_400;
/** Serial number of 1970-01-01 in the 1900 system. */
const UNIX_EPOCH_SERIAL = 25_569;
const SYSTEM_1904_DAYS = 1_462;
/** 9999-12-31, the last day a spreadsheet knows. */
const SERIAL_MAX = 2_958_465;

export interface NumberCell {
  readonly raw: string;
  readonly format: NumberFormat;
  readonly date1904: boolean;
}

/** A number as the user sees it in the sheet; what cannot be read as one stays as it is. */
export function numberText({ raw, format, date1904 }: NumberCell): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (format.kind === "padded") return padded(plainDecimal(raw), format.digits);
  if (format.kind === "plain") return plainDecimal(raw);
  const serial = date1904 ? value + SYSTEM_1904_DAYS : value;
  if (serial < 0 || serial >= SERIAL_MAX + 1) return plainDecimal(raw);
  if (serial < 1) return instantOf(serial).slice(11);
  const withTime = !Number.isInteger(serial) || (format.kind === "date" && format.withTime);
  return withTime ? instantOf(serial) : instantOf(serial).slice(0, 10);
}

/** `YYYY-MM-DD HH:mm:ss`, rounded to the second. */
function instantOf(serial: number): string {
  // The 1900 system counts a 29 February 1900 that never was, as day 60.
  const days = serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - UNIX_EPOCH_SERIAL) * DAY_SECONDS);
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}

/** `2026-11-22T10:04:00.000Z` of a cell of type `d`, in the same shape as serial dates. */
export function isoDateText(raw: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(raw.trim());
  if (match === null) return raw;
  const [, day = "", time] = match;
  return time === undefined ? day : `${day} ${time}`;
}

function padded(decimal: string, digits: number): string {
  return /^\d+$/.test(decimal) ? decimal.padStart(digits, "0") : decimal;
}

/**
 * Decimal text without an exponent; whole numbers keep every digit the file gives. What is no
 * number stays as it is. The exponent of a zero says nothing, and may be any.
 */
export function plainDecimal(raw: string): string {
  const text = raw.trim();
  if (/^-?\d+$/.test(text)) return text;
  const match = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const value = Number(text);
  if (match === null || !Number.isFinite(value)) return text;
  if (value === 0) return "0";
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const point = whole.length + Number(exponent);
  const digits = `${whole}${fraction}`;
  if (point >= digits.length) return sign + trimLeading(digits.padEnd(point, "0"));
  return sign + roundedFraction(digits, point);
}

/** `digits` with a decimal point before position `point`, which may lie left of them. */
function roundedFraction(digits: string, point: number): string {
  const rounded = Number(`0.${digits}e${point}`).toPrecision(SIGNIFICANT_DIGITS);
  const value = Number(rounded);
  if (Number.isInteger(value)) return BigInt(value).toString();
  if (Math.abs(value) >= 1e-6) return String(value);
  return value.toFixed(20).replace(/0+$/, "");
}

function trimLeading(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes `_x000D_`, the way OOXML writes characters that XML cannot carry (ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
