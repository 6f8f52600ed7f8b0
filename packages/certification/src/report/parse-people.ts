import { complain, type Reader } from "./cell-reader.ts";
import type { PersonCell } from "./tables/cell-value.ts";
import { normalizeCode, splitFields, splitValues } from "./tables/normalize-cell.ts";

const EXPECTED = {
  zh: "“证件号码，姓名，组内身份，联系电话”，子项以全角逗号、人员以全角分号分隔，组长在首位",
  en: "`number，name，role，phone` with full-width commas, people separated by full-width semicolons",
};

const filled = (text: string | undefined): string | null =>
  text === undefined || text === "" ? null : text;

function parsePerson(text: string): PersonCell | null {
  const parts = splitFields(text);
  if (parts.length < 2 || parts.length > 4) return null;
  const [number, name, role, phone] = parts;
  if (name === undefined || name === "" || /^\d+$/.test(name)) return null;
  const code = filled(number);
  return {
    number: code === null ? null : normalizeCode(code),
    name,
    role: filled(role),
    phone: phone === undefined || phone === "" ? null : normalizeCode(phone),
  };
}

/** Messages travel further than the file: no identity or phone number in them. */
const masked = (written: string): string => written.replace(/\d/g, "*");

/**
 * Since September 2021 the number is of an identity document; before, of the auditor's
 * registration.
 */
export function parsePeople(text: string, reader: Reader): readonly PersonCell[] | null {
  const people: PersonCell[] = [];
  for (const written of splitValues(text)) {
    const person = parsePerson(written);
    if (person === null)
      complain(reader, "person-malformed", { value: masked(written), expected: EXPECTED });
    else people.push(person);
  }
  return people.length === 0 ? null : people;
}

const RESIDENT_IDENTITY = /^(?:\d{15}|\d{17}[\dX])$/;

export const isResidentIdentity = (number: string): boolean => RESIDENT_IDENTITY.test(number);

/**
 * Registration numbers of auditors name a scheme or a level behind a hyphen; identity numbers do
 * not.
 */
const REGISTRATION = /^[0-9A-Z]+(?:-[0-9A-Z]+)+$|QMS|EMS|OHSMS/;

export const isRegistrationNumber = (number: string): boolean =>
  !RESIDENT_IDENTITY.test(number) && REGISTRATION.test(number);
