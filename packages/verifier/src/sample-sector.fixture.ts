import {
  type Bundle,
  type BundleDisclosure,
  commit,
  fromBase64Url,
  toBase64Url,
} from "@suzheng/log-format";
import { sha256 } from "./node-crypto.fixture.ts";
import { type DirectoryState, sampleBundle, sampleDirectory } from "./sample-directory.fixture.ts";
import { sampleLog } from "./sample-log.fixture.ts";

// An invented sector: two bodies, a certificate with a short life, people behind commitments.

export const BODY = "CNCA-R-2099-001";
export const OTHER_BODY = "CNCA-R-2099-002";
export const NUMBER = "09926Q10001R0S";
export const CERTIFICATE = `certificate/${NUMBER}`;
export const PROJECT = "project/MA1FL0XX1/A01";
const INSTITUTION = `institution/${BODY}`;

type SampleLog = ReturnType<typeof sampleLog>;

/** States of the directory, oldest first: as registered, then suspended, then valid again. */
export async function sampleSector(): Promise<[DirectoryState, DirectoryState, DirectoryState]> {
  const directory = sampleDirectory();
  const body = sampleLog(BODY);
  const other = sampleLog(OTHER_BODY);
  registerInstitution(body, "江城衡信认证有限公司");
  registerInstitution(other, "临海方正认证有限公司");
  recordAudit(body, "2026-03-02", "陈某甲");
  recordStatus(body, "2026-03-20", "valid");
  for (let n = 2; n <= 14; n++) recordOther(body, n);
  for (let n = 51; n <= 53; n++) recordOther(other, n);
  const published = [await body.publish(), await other.publish()];
  const first = await directory.note("2026-04-01T04:00:00.000Z", published);

  recordStatus(body, "2026-07-01", "suspended");
  const second = await directory.note("2026-07-01T12:00:01.000Z", [await body.publish()]);

  recordAudit(body, "2026-09-10", "林某乙");
  recordStatus(body, "2026-09-28", "valid");
  for (let n = 15; n <= 20; n++) recordOther(body, n);
  const third = await directory.note("2026-11-22T04:00:02.000Z", [await body.publish()]);
  return [first, second, third];
}

/** The whole file as a visitor gets it: three streams, a body where the number never stood. */
export async function fullBundle(state: DirectoryState): Promise<Bundle> {
  const bundle = await sampleBundle(state, {
    number: NUMBER,
    institution: BODY,
    streams: [
      { log: BODY, stream: CERTIFICATE },
      { log: BODY, stream: PROJECT },
      { log: BODY, stream: INSTITUTION },
      { log: OTHER_BODY, stream: CERTIFICATE },
    ],
  });
  return { ...bundle, disclosures: disclosures() };
}

export const disclosures = (): BundleDisclosure[] => [
  { log: BODY, index: 2, name: "person.name", value: "陈某甲", salt: saltOf("陈某甲") },
  { log: BODY, name: "person.name", value: "林某乙", salt: saltOf("林某乙") },
];

function registerInstitution(log: SampleLog, name: string): void {
  log.record({
    stream: `institution/${log.log}`,
    type: "InstitutionRegistered",
    occurredOn: "2026-01-05",
    data: { name, fields: ["A01"] },
  });
}

function recordAudit(log: SampleLog, occurredOn: string, auditor: string): void {
  const stream = PROJECT;
  log.record({ stream, type: "AuditPlanReported", occurredOn, data: { stage: "01", days: 2.5 } });
  const salt = fromBase64Url(saltOf(auditor)) ?? new Uint8Array();
  const opening = { name: "person.name", value: auditor, salt };
  log.record({
    ...{ stream, type: "AuditParticipationReported", occurredOn },
    data: { role: "leader", stage: "01" },
    commitments: { "person.name": commit(sha256, opening) },
  });
}

function recordStatus(log: SampleLog, occurredOn: string, status: string): void {
  log.record({
    ...{ stream: CERTIFICATE, type: "CertificateReported", occurredOn },
    data: { holder: "江城明达精密机械有限公司", number: NUMBER, status },
  });
}

function recordOther(log: SampleLog, n: number): void {
  const number = `09926Q1${String(n).padStart(4, "0")}R0S`;
  log.record({
    ...{ stream: `certificate/${number}`, type: "CertificateReported", occurredOn: "2026-03-21" },
    data: { number, status: "valid" },
  });
}

const saltOf = (value: string): string =>
  toBase64Url(sha256(new TextEncoder().encode(`salt of ${value}`)).slice(0, 16));
