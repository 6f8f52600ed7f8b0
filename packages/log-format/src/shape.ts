import { malformed } from "./parsed.ts";

// Readers for the shape of parsed JSON. `where` names the place for the message.

export type JsonObject = { readonly [name: string]: unknown };

function expected(where: string, zh: string, en: string): never {
  malformed({ zh: `\`${where}\` 应为${zh}`, en: `\`${where}\` should be ${en}` });
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return malformed({ zh: "不是完整的 JSON 文本", en: "not a complete JSON text" });
  }
}

/** An object with exactly these names; those ending in `?` may be missing. */
export function readObject(value: unknown, where: string, names: readonly string[]): JsonObject {
  const object = readAnyObject(value, where);
  let matched = 0;
  for (const name of names) {
    if (Object.hasOwn(object, plainName(name))) matched += 1;
    else if (!name.endsWith("?")) {
      malformed({ zh: `\`${where}\` 缺少 \`${name}\``, en: `\`${where}\` lacks \`${name}\`` });
    }
  }
  const given = Object.keys(object);
  if (given.length === matched) return object;
  const known = names.map(plainName);
  const unknown = given.find((name) => !known.includes(name)) ?? "";
  return malformed({
    zh: `\`${where}\` 中有未知字段 \`${unknown}\``,
    en: `\`${where}\` has an unknown field \`${unknown}\``,
  });
}

const plainName = (name: string): string => (name.endsWith("?") ? name.slice(0, -1) : name);

export function readAnyObject(value: unknown, where: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return expected(where, "对象", "an object");
  }
  return value as JsonObject; // checked above
}

export function readList<Item>(
  value: unknown,
  where: string,
  readItem: (item: unknown, where: string) => Item,
): Item[] {
  if (!Array.isArray(value)) return expected(where, "列表", "a list");
  return value.map((item, i) => readItem(item, `${where}[${i}]`));
}

export function readText(value: unknown, where: string): string {
  if (typeof value !== "string" || value === "") return expected(where, "非空文字", "a text");
  return value;
}

export function readLiteral<Text extends string>(value: unknown, where: string, text: Text): Text {
  if (value !== text) return expected(where, `\`${text}\``, `\`${text}\``);
  return text;
}

/** From 0 to 2^53 − 1. */
export function readCount(value: unknown, where: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    return expected(where, "非负整数", "a whole number from 0");
  }
  return value;
}

export function readPositive(value: unknown, where: string): number {
  const count = readCount(value, where);
  return count === 0 ? expected(where, "正整数", "a whole number from 1") : count;
}

// 43 characters hold 258 bits, so the last one has two bits that have to be zero.
const HASH = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const URL_HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** 32 bytes in padded base64, kept as text. */
export function readHash(value: unknown, where: string): string {
  if (typeof value !== "string" || !HASH.test(value)) {
    return expected(where, "32 字节的 base64", "32 bytes in base64");
  }
  return value;
}

/** 32 bytes in base64url without padding, kept as text. */
export function readUrlHash(value: unknown, where: string): string {
  if (typeof value !== "string" || !URL_HASH.test(value)) {
    return expected(where, "32 字节的 base64url", "32 bytes in base64url");
  }
  return value;
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Every entry that is written, read or checked has two; a calendar is asked only where it must. */
function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  if (text.slice(8) <= "28") return true; // a day of every month
  const midnight = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** A calendar date that exists, `2026-11-22`. */
export function readDate(value: unknown, where: string): string {
  if (typeof value === "string" && isDate(value)) return value;
  return expected(where, "存在的日期", "a calendar date that exists");
}

/** An instant in UTC with milliseconds, `2026-11-22T10:04:00.000Z`. */
export function readInstant(value: unknown, where: string): string {
  const isInstant =
    typeof value === "string" &&
    value[10] === "T" &&
    TIME.test(value.slice(11)) &&
    isDate(value.slice(0, 10));
  return isInstant
    ? value
    : expected(where, "UTC 时刻（毫秒）", "an instant in UTC with milliseconds");
}
