import type { CertificateStatus } from "@suzheng/api-contract";
import { chinaDate } from "../clock.ts";
import type { CertificateRecord } from "./certificate-reader.ts";

export type Standing = {
  status: CertificateStatus;
  statusSince: string | null;
  suspendedUntil: string | null;
};

/** What a report says of the certificate's standing. */
export type Said = {
  status: CertificateStatus;
  effectiveOn: string;
  validUntil: string;
  suspendedUntil: string | null;
};

const DAY_MS = 86_400_000;
const dayAfter = (day: string) =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, day.length);

/** Standing by the report that holds, whose status may have lapsed since. */
export function standingBy(said: Said, status: CertificateStatus): Standing {
  const suspendedUntil = status === "suspended" ? said.suspendedUntil : null;
  return { status, statusSince: sinceOf(said, status), suspendedUntil };
}

/**
 * First day of a status as the report that holds says it. The report of a valid certificate tells
 * the day of its content, such as a surveillance, and not since when the certificate is valid.
 */
function sinceOf({ effectiveOn, validUntil }: Said, status: CertificateStatus): string | null {
  if (status === "valid") return null;
  return status === "expired" ? dayAfter(validUntil) : effectiveOn;
}

/** Today's standing follows from the newest report, unless that one speaks of a day to come. */
function standingNow(said: Said, today: string): Standing | null {
  if (said.effectiveOn > today) return null;
  const lapses = said.status === "valid" || said.status === "suspended";
  return standingBy(said, lapses && today > said.validUntil ? "expired" : said.status);
}

/** A text, a list of texts, or a number or flag. */
const VALUE = /"(?:[^"\\]|\\.)*"|\[(?:"(?:[^"\\]|\\.)*",?)*\]|[^,}]+/y;

/**
 * Reads members of a card as JSON texts; null for those that it leaves out. A card is canonical
 * JSON, so its members stand in the order of their names, and must be asked for in that order. A
 * quotation mark within a text is escaped, so that `"name":` can only be a member's name.
 */
function membersOf(card: string): (name: string) => string | null {
  let at = 0;
  return (name) => {
    const found = card.indexOf(name, at);
    if (found < 0) return null;
    const begins = found + name.length;
    VALUE.lastIndex = begins;
    if (!VALUE.test(card)) throw new Error(`a card has no value for ${name}`);
    at = VALUE.lastIndex;
    return card.slice(begins, at);
  };
}

/** A JSON text of a date or a code, which has no escapes. */
const plain = (json: string | null) => json?.slice(1, -1) ?? null;
const json = (text: string | null) => (text === null ? "null" : `"${text}"`);

/** What of a card is shown, as JSON texts; the dates by which its standing is told, plain. */
function shownOf(card: string) {
  const member = membersOf(card);
  return {
    accreditationMarks: member('"accreditationMarks":'),
    addresses: member('"addresses":'),
    country: member('"country":') ?? '""',
    district: member('"district":'),
    effectiveOn: plain(member('"effectiveOn":')) ?? "",
    firstCertifiedOn: member('"firstCertifiedOn":'),
    headcountCovered: member('"headcountCovered":'),
    holderCode: member('"holderCode":'),
    holderName: member('"holderName":'),
    issuedOn: member('"issuedOn":'),
    itemCode: member('"itemCode":'),
    mainNumber: member('"mainNumber":'),
    recertificationCount: member('"recertificationCount":') ?? 0,
    scope: member('"scope":') ?? '""',
    sites: member('"sites":'),
    standards: member('"standards":'),
    status: plain(member('"status":')) as CertificateStatus,
    surveillanceCount: member('"surveillanceCount":') ?? 0,
    suspendedUntil: plain(member('"suspendedUntil":')),
    validUntil: plain(member('"validUntil":')) ?? "",
  };
}

export type CardText = {
  /** Text of the newest report's public fields, see `withoutNulls`. */
  card: string;
  on: string;
  knownAt: string;
  /** Null: today's, by the card itself. */
  standing: Standing | null;
};

/** Days are China's; of a later one than that of the instant nothing has been reported. */
const isAhead = ({ on, knownAt }: CardText): boolean => on > chinaDate(knownAt);

/**
 * A `Certificate` as JSON, put together from a card's own text: parsing the card and writing it
 * again would cost more than the lookup. Null when the card speaks of a day to come.
 */
export function certificateText(record: CertificateRecord, about: CardText): string | null {
  const shown = shownOf(about.card);
  const standing = about.standing ?? standingNow(shown, about.on);
  if (standing === null) return null;
  const { status, statusSince, suspendedUntil } = standing;
  const institution = JSON.stringify(record.institution);
  return (
    `{"number":${JSON.stringify(record.number)},"status":"${status}",` +
    `"statusSince":${json(statusSince)},"suspendedUntil":${json(suspendedUntil)},` +
    `"asOf":{"on":"${about.on}","knownAt":"${about.knownAt}","ahead":${isAhead(about)}},` +
    `"holder":{"name":${shown.holderName},"code":${shown.holderCode},` +
    `"country":${shown.country},"district":${shown.district},"addresses":${shown.addresses},` +
    `"headcountCovered":${shown.headcountCovered}},` +
    `"body":{"approvalNumber":${institution},"name":${JSON.stringify(record.institutionName)},` +
    `"nameEnglish":${JSON.stringify(record.institutionNameEnglish)}},` +
    `"itemCode":${shown.itemCode},"standards":${shown.standards},"scope":${shown.scope},` +
    `"sites":${shown.sites},"firstCertifiedOn":${shown.firstCertifiedOn},` +
    `"issuedOn":${shown.issuedOn},"validUntil":"${shown.validUntil}",` +
    `"surveillanceCount":${shown.surveillanceCount},` +
    `"recertificationCount":${shown.recertificationCount},` +
    `"accreditationMarks":${shown.accreditationMarks},` +
    `"mainCertificateNumber":${shown.mainNumber},` +
    `"childCertificateNumbers":${JSON.stringify(record.children)},` +
    `"log":{"institution":${institution},"lastIndex":${record.lastIndex}}}`
  );
}
