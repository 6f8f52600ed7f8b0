import { parseDate, parseMoment } from "../calendar-date.ts";
import {
  isOrganisationCode,
  isOrganisationCodeShaped,
  isUscc,
  isUsccShaped,
  organisationCheckCharacter,
  usccCheckCharacter,
} from "../client/organisation-code.ts";
import { CODE_LISTS } from "../code-lists.ts";
import { isApprovalNumber } from "../institution/approval-number.ts";
import type { LocalText } from "../local-text.ts";
import { complain, type Reader } from "./cell-reader.ts";
import { parsePeople } from "./parse-people.ts";
import type { RowErrorCode } from "./row-error.ts";
import type { CellValue } from "./tables/cell-value.ts";
import type { ColumnType } from "./tables/column.ts";
import {
  normalizeCode,
  normalizeFigure,
  normalizeText,
  splitValues,
} from "./tables/normalize-cell.ts";

const DATE_FORMS = "2026-01-02, 2026/1/2, 20260102";

function readDate(text: string, reader: Reader): CellValue {
  const parse = reader.column.type === "moment" ? parseMoment : parseDate;
  const date = parse(normalizeFigure(text));
  if (date !== null) return date;
  const expected = reader.column.type === "moment" ? "2026-01-02 08:00:00" : DATE_FORMS;
  return complain(reader, "not-a-date", { value: text, expected });
}

const NUMBER = /^\d{1,12}(?:\.\d{1,6})?$/;
const INTEGER = /^\d{1,12}(?:\.0+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

function readNumber(raw: string, reader: Reader): CellValue {
  const text = normalizeCode(raw);
  const plain = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  const whole = reader.column.type === "integer";
  if ((whole ? INTEGER : NUMBER).test(plain)) return Number(plain);
  const expected = whole
    ? { zh: "不小于 0 的整数", en: "a whole number, 0 or more" }
    : { zh: "不小于 0 的数字", en: "a number, 0 or more" };
  return complain(reader, "not-a-number", { value: raw, expected });
}

const FLAGS: Readonly<Record<string, boolean>> = {
  "1": true,
  "01": true,
  Y: true,
  是: true,
  "0": false,
  "00": false,
  "02": false,
  N: false,
  否: false,
};

function readFlag(raw: string, reader: Reader): CellValue {
  const flag = FLAGS[normalizeCode(raw)];
  if (flag !== undefined) return flag;
  return complain(reader, "not-a-flag", { value: raw, expected: "1, 0" });
}

function readCode(raw: string, reader: Reader): string | null {
  const code = normalizeCode(raw);
  const name = reader.column.codes;
  if (name === undefined) return code;
  const list = CODE_LISTS[name];
  if (Object.hasOwn(list.codes, code)) return code;
  const known = Object.keys(list.codes);
  const expected = known.join(", ");
  if (!list.closed) {
    complain(reader, "unlisted-code", { value: raw, expected });
    return code;
  }
  const meant = code === "" ? undefined : known.find((one) => one.replace(/^0+/, "") === code);
  if (meant === undefined) complain(reader, "unknown-code", { value: raw, expected });
  else complain(reader, "lost-leading-zero", { value: raw, expected: meant });
  return null;
}

const ORGANISATION_SHAPES: LocalText = {
  zh: "18 位统一社会信用代码（字母不含 I、O、S、V、Z）或 9 位组织机构代码",
  en: "18 characters of a unified social credit code (no I, O, S, V, Z) or a 9-character code",
};

/** Foreign codes have no common shape; whether one is acceptable is a question of the whole row. */
function readOrganisationCode(raw: string, reader: Reader): string {
  const code = normalizeCode(raw);
  if (isUsccShaped(code) && !isUscc(code)) {
    const expected = usccCheckCharacter(code.slice(0, 17));
    complain(reader, "uscc-check-digit", { value: code, expected });
  } else if (isOrganisationCodeShaped(code) && !isOrganisationCode(code)) {
    const expected = organisationCheckCharacter(code.slice(0, 8));
    complain(reader, "organisation-code-check-digit", { value: code, expected });
  } else if (code.length === 18 && !isUsccShaped(code)) {
    complain(reader, "uscc-malformed", { value: code, expected: ORGANISATION_SHAPES });
  }
  return code;
}

export function complainOrganisationCode(reader: Reader, value: string): void {
  complain(reader, "uscc-malformed", { value, expected: ORGANISATION_SHAPES });
}

type Shape = {
  readonly pattern: { test(text: string): boolean };
  readonly code: RowErrorCode;
  readonly expected: LocalText | string;
};

const SHAPES: Readonly<Partial<Record<ColumnType, Shape>>> = {
  "approval-number": {
    pattern: { test: isApprovalNumber },
    code: "approval-number-unusual",
    expected: "CNCA-R-2002-034, CNCA-RF-2005-21",
  },
  "certificate-number": {
    pattern: /^[0-9A-Z][0-9A-Z\-/._()+&]*$/,
    code: "certificate-number-malformed",
    expected: { zh: "字母、数字及 - / . ( ) 等", en: "letters, digits and - / . _ ( ) + &" },
  },
  "item-code": {
    pattern: /^[A-Z]\d{2}[0-9A-Z]*$/,
    code: "item-code-malformed",
    expected: "A01, A010103",
  },
  district: {
    pattern: /^\d{6}$/,
    code: "district-malformed",
    expected: { zh: "6 位数字（GB/T 2260）", en: "6 digits (GB/T 2260)" },
  },
  country: {
    pattern: /^\d{3}$/,
    code: "country-malformed",
    expected: { zh: "3 位数字，中国为 156", en: "3 digits, 156 for China" },
  },
  industry: {
    pattern: /^[A-T]?\d{2,4}$/,
    code: "industry-unusual",
    expected: { zh: "4 位数字（GB/T 4754）", en: "4 digits (GB/T 4754)" },
  },
  "business-scope": {
    pattern: /^\d{2}(?:\.\d{2}){0,2}[A-Z]?$/,
    code: "business-scope-unusual",
    expected: "NN.NN.NN",
  },
};

function readShaped(raw: string, shape: Shape, reader: Reader): string {
  const code = normalizeCode(raw);
  if (!shape.pattern.test(code)) {
    complain(reader, shape.code, { value: raw, expected: shape.expected });
  }
  return code;
}

function readOne(text: string, reader: Reader): CellValue {
  switch (reader.column.type) {
    case "text":
      return text;
    case "code":
      return readCode(text, reader);
    case "number":
    case "integer":
      return readNumber(text, reader);
    case "date":
    case "moment":
      return readDate(text, reader);
    case "flag":
      return readFlag(text, reader);
    case "people":
      return parsePeople(text, reader);
    case "organisation-code":
      return readOrganisationCode(text, reader);
    case "approval-number":
    case "certificate-number":
    case "item-code":
    case "district":
    case "country":
    case "industry":
    case "business-scope": {
      const shape = SHAPES[reader.column.type];
      return shape === undefined ? text : readShaped(text, shape, reader);
    }
  }
}

function readMany(text: string, reader: Reader): CellValue {
  const values = splitValues(text);
  const most = reader.column.valuesMax;
  if (most !== undefined && values.length > most) {
    complain(reader, "too-many-values", { value: String(values.length), expected: String(most) });
  }
  const read: string[] = [];
  for (const value of values) {
    const one = readOne(value, reader);
    if (typeof one === "string" && one !== "") read.push(one);
  }
  return read.length === 0 ? null : read;
}

/** Reads one cell; null when it is empty or wrong. Problems go to the reader. */
export function readCell(raw: string | undefined, reader: Reader): CellValue {
  if (raw === undefined || raw === "") return null;
  const text = normalizeText(raw);
  if (text === "") return null;
  const most = reader.column.maxLength;
  if (most !== undefined && text.length > most && normalizedLength(text, reader) > most) {
    return complain(reader, "too-long", { value: text, expected: String(most) });
  }
  return reader.column.multi === true ? readMany(text, reader) : readOne(text, reader);
}

function normalizedLength(text: string, { column }: Reader): number {
  return column.type === "text" ? text.length : normalizeCode(text).length;
}
