import type { Certificate } from "@suzheng/api-contract";
import {
  certificateAt,
  certificateEvents,
  certificateStream,
  parseCertificateNumber,
  withoutNulls,
} from "@suzheng/certification";
import { type Entry, parseEntry } from "@suzheng/log-format";
import type { RegisteredInstitution } from "../certification-store.ts";
import { chinaDate, laterOf } from "../clock.ts";
import type { InstitutionReader } from "../institutions/institution-reader.ts";
import type { StoredEntry } from "../ledger/log-store.ts";
import type { CertificateReader, CertificateRecord } from "./certificate-reader.ts";
import { certificateText, standingBy } from "./look-up-certificate-text.ts";

export type AsOf = { on: string | null; knownAt: string | null };

/** The three meanings of "not found", and a day on which the certificate did not exist yet. */
export type NotFoundCode =
  | "certificate-never-recorded"
  | "certificate-withheld"
  | "issuer-not-connected"
  | "certificate-not-yet-issued";

type NotFound = {
  found: false;
  code: NotFoundCode;
  issuer: RegisteredInstitution | null;
  answeredAt: string;
};

export type Lookup =
  | NotFound
  | { found: true; certificate: Certificate; record: CertificateRecord };

export type TextLookup =
  | NotFound
  | { found: true; text: string; on: string; knownAt: string; record: CertificateRecord };

export type LookupParts = {
  reader: CertificateReader;
  institutions: InstitutionReader;
  now: () => string;
};

export function readEntry({ entry, index }: StoredEntry): Entry {
  const parsed = parseEntry(entry);
  if (parsed.outcome === "malformed") throw new Error(`entry ${index}: ${parsed.detail.en}`);
  return parsed.value;
}

export async function lookUpCertificate(
  parts: LookupParts,
  number: string,
  asOf: AsOf,
): Promise<Lookup> {
  const lookup = await lookUpCertificateText(parts, number, asOf);
  if (!lookup.found) return lookup;
  const { text, record } = lookup;
  return { found: true, certificate: JSON.parse(text) as Certificate, record };
}

/** The same with the certificate as JSON. */
export async function lookUpCertificateText(
  parts: LookupParts,
  number: string,
  asOf: AsOf,
): Promise<TextLookup> {
  const answeredAt = parts.now();
  const record = await parts.reader.byNumber(number);
  if (record === null) return { ...(await notFound(parts, number)), found: false, answeredAt };
  if (record.withheld) {
    const issuer = await parts.institutions.byApprovalNumber(record.institution);
    return { found: false, code: "certificate-withheld", issuer, answeredAt };
  }
  const today = chinaDate(answeredAt);
  const on = asOf.on ?? today;
  // Nothing is known yet as of an instant to come.
  const past = asOf.knownAt !== null && asOf.knownAt <= answeredAt ? asOf.knownAt : null;
  const at = { on, knownAt: past ?? answeredAt };
  const isNow = on === today && past === null;
  const now = isNow ? certificateText(record, { ...at, card: record.card, standing: null }) : null;
  const text = now ?? (await textAt(parts, record, { ...at, isPast: past !== null }));
  if (text === null) {
    const issuer = await parts.institutions.byApprovalNumber(record.institution);
    return { found: false, code: "certificate-not-yet-issued", issuer, answeredAt };
  }
  return { found: true, record, text, ...at };
}

/** From the whole history. */
async function textAt(
  parts: LookupParts,
  record: CertificateRecord,
  { isPast, ...at }: { on: string; knownAt: string; isPast: boolean },
): Promise<string | null> {
  const streams = [certificateStream(record.number)];
  const entries = await parts.reader.streamEntries(record.institution, streams);
  const events = certificateEvents(entries.map(readEntry));
  // Now, everything is known, also what the log calls later because the clock was set back since.
  const newest = isPast ? null : (events.at(-1)?.recordedAt ?? null);
  const answer = certificateAt(events, { on: at.on, knownAt: laterOf(at.knownAt, newest) });
  if (answer === null) return null;
  const { report, status } = answer;
  const card = JSON.stringify(withoutNulls("CertificateReported", report));
  return certificateText(record, { ...at, card, standing: standingBy(report, status) });
}

async function notFound(
  parts: LookupParts,
  number: string,
): Promise<{ code: NotFoundCode; issuer: RegisteredInstitution | null }> {
  const prefix = parseCertificateNumber(number)?.bodyNumber ?? null;
  const issuer = prefix === null ? null : await parts.institutions.byBodyNumber(prefix);
  const connected = issuer !== null || prefix === null;
  return { code: connected ? "certificate-never-recorded" : "issuer-not-connected", issuer };
}
