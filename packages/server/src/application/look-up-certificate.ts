import type { Certificate, CertificateStatus } from "@suzheng/api-contract";
import {
  type CertificateEvent,
  type CertificateReported,
  certificateAt,
  certificateStream,
  isEventType,
  parseCertificateNumber,
  type Recorded,
  withNulls,
} from "@suzheng/certification";
import { type Entry, parseEntry } from "@suzheng/log-format";
import type { CertificateReader, CertificateRecord } from "./certificate-reader.ts";
import type { RegisteredInstitution } from "./certification-store.ts";
import { chinaDate } from "./clock.ts";
import type { InstitutionReader } from "./institution-reader.ts";
import type { StoredEntry } from "./log-store.ts";

export type AsOf = { on: string | null; knownAt: string | null };

/** The three meanings of "not found", and a day on which the certificate did not exist yet. */
export type NotFoundCode =
  | "certificate-never-recorded"
  | "certificate-withheld"
  | "issuer-not-connected"
  | "certificate-not-yet-issued";

export type Lookup =
  | { found: true; certificate: Certificate; record: CertificateRecord }
  | { found: false; code: NotFoundCode; issuer: RegisteredInstitution | null; answeredAt: string };

export type LookupParts = {
  reader: CertificateReader;
  institutions: InstitutionReader;
  now: () => string;
};

/** The newest report of a certificate, as its public page shows it. */
type CertificateCard = CertificateReported["data"];

type Standing = {
  card: CertificateCard;
  status: CertificateStatus;
  statusSince: string | null;
  suspendedUntil: string | null;
};

export function readEntry({ entry, index }: StoredEntry): Entry {
  const parsed = parseEntry(entry);
  if (parsed.outcome === "malformed") throw new Error(`entry ${index}: ${parsed.detail.en}`);
  return parsed.value;
}

/** The events of a certificate's own stream; fields that were null stand in no entry. */
export function certificateEvents(entries: readonly StoredEntry[]): Recorded<CertificateEvent>[] {
  return entries.map(readEntry).flatMap((entry) => {
    const { type, schema, occurredOn, recordedAt } = entry;
    if (!entry.stream.startsWith("certificate/") || !isEventType(type)) return [];
    const data = withNulls(type, entry.data);
    // Entries of a certificate's stream are its events; fsck checks the shapes.
    return [
      { type, schema, occurredOn, data, recordedAt } as unknown as Recorded<CertificateEvent>,
    ];
  });
}

/** Today's standing follows from the newest report, unless that one speaks of a day to come. */
function standingNow(card: CertificateCard, today: string): Standing | null {
  if (card.effectiveOn > today) return null;
  const lapses = card.status === "valid" || card.status === "suspended";
  if (lapses && today > card.validUntil) {
    return { card, status: "expired", statusSince: null, suspendedUntil: null };
  }
  const suspendedUntil = card.status === "suspended" ? card.suspendedUntil : null;
  return { card, status: card.status, statusSince: card.effectiveOn, suspendedUntil };
}

export async function lookUpCertificate(
  parts: LookupParts,
  number: string,
  asOf: AsOf,
): Promise<Lookup> {
  const answeredAt = parts.now();
  const record = await parts.reader.byNumber(number);
  if (record === null) return { ...(await notFound(parts, number)), found: false, answeredAt };
  if (record.withheld) {
    const issuer = await parts.institutions.byApprovalNumber(record.institution);
    return { found: false, code: "certificate-withheld", issuer, answeredAt };
  }
  const today = chinaDate(answeredAt);
  const on = asOf.on ?? today;
  const knownAt = asOf.knownAt ?? answeredAt;
  const isNow = on === today && asOf.knownAt === null;
  const card = withNulls("CertificateReported", record.card as object);
  const now = isNow ? standingNow(card, today) : null;
  const standing = now ?? (await standingAt(parts, record, { on, knownAt }));
  if (standing === null) {
    const issuer = await parts.institutions.byApprovalNumber(record.institution);
    return { found: false, code: "certificate-not-yet-issued", issuer, answeredAt };
  }
  return { found: true, record, certificate: present(record, standing, { on, knownAt }) };
}

async function standingAt(
  parts: LookupParts,
  record: CertificateRecord,
  at: { on: string; knownAt: string },
): Promise<Standing | null> {
  const streams = [certificateStream(record.number)];
  const entries = await parts.reader.streamEntries(record.institution, streams);
  const answer = certificateAt(certificateEvents(entries), at);
  if (answer === null) return null;
  const { report, status, statusSince, suspendedUntil } = answer;
  return { card: report, status, statusSince, suspendedUntil };
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

function present(
  record: CertificateRecord,
  { card, status, statusSince, suspendedUntil }: Standing,
  asOf: { on: string; knownAt: string },
): Certificate {
  return {
    number: record.number,
    status,
    statusSince,
    suspendedUntil,
    asOf,
    holder: {
      name: card.holderName,
      code: card.holderCode,
      country: card.country ?? "",
      district: card.district,
      addresses: [...card.addresses],
      headcountCovered: card.headcountCovered,
    },
    body: { approvalNumber: record.institution, name: record.institutionName },
    itemCode: card.itemCode,
    standards: [...card.standards],
    scope: card.scope ?? "",
    sites: [...card.sites],
    firstCertifiedOn: card.firstCertifiedOn,
    issuedOn: card.issuedOn,
    validUntil: card.validUntil,
    surveillanceCount: card.surveillanceCount ?? 0,
    recertificationCount: card.recertificationCount ?? 0,
    accreditationMarks: [...card.accreditationMarks],
    mainCertificateNumber: card.mainNumber,
    childCertificateNumbers: record.children,
    log: { institution: record.institution, lastIndex: record.lastIndex },
  };
}
