import assert from "node:assert/strict";
import type { Act, CertificatePage, InstitutionPage, Trace } from "@suzheng/api-contract";

async function ask<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  assert.equal(answer.status, 200, url);
  return (await answer.json()) as T;
}

async function* traces(origin: string): AsyncGenerator<Trace> {
  const api = `${origin}/api/v1`;
  const bodies = await ask<InstitutionPage>(`${api}/institutions`);
  for (const { approvalNumber } of bodies.items) {
    let next: string | null = "";
    while (next !== null) {
      const cursor: string = next === "" ? "" : `&cursor=${next}`;
      const path = `${api}/certificates?body=${approvalNumber}&limit=100${cursor}`;
      const page: CertificatePage = await ask(path);
      for (const { number } of page.items) yield ask<Trace>(`${api}/certificates/${number}/trace`);
      next = page.next;
    }
  }
}

const verdictsOf = (trace: Trace) => trace.acts.flatMap(({ verdicts }) => verdicts);

export type Suspension = { before: string; during: string; after: string };

/** Days around a suspension that was lifted, or null. */
export function suspensionOf({ acts, certificate }: Trace): Suspension | null {
  const reports = acts.filter(({ type }) => type === "CertificateReported").toReversed();
  const place = reports.findIndex(({ data }) => data.status === "suspended");
  const [before, during, after] = reports.slice(Math.max(0, place - 1));
  if (place < 1 || before?.data.status !== "valid" || after?.data.status !== "valid") return null;
  if (certificate.status !== "valid" || during === undefined) return null;
  return { before: dayOf(before), during: dayOf(during), after: dayOf(after) };
}

const dayOf = ({ data }: Act) => String(data.effectiveOn);

/** The first certificate of the invented sector of which `isMeant` holds. */
export async function findCertificate(
  origin: string,
  isMeant: (trace: Trace) => boolean,
): Promise<Trace> {
  for await (const trace of traces(origin)) if (isMeant(trace)) return trace;
  throw new Error("the demo sector has no such certificate");
}

export type DemoCertificates = { suspended: Trace; judged: Trace };

/** Certificates of the invented sector that show what the tests are about. */
export async function findCertificates(origin: string): Promise<DemoCertificates> {
  let suspended: Trace | null = null;
  let judged: Trace | null = null;
  for await (const trace of traces(origin)) {
    suspended ??= suspensionOf(trace) === null ? null : trace;
    const hasBoth = trace.deadlines.length > 0 && verdictsOf(trace).length > 0;
    const isLong = trace.acts.filter(({ type }) => type === "CertificateReported").length > 1;
    judged ??= hasBoth && isLong && trace.certificate.status === "valid" ? trace : null;
    if (suspended !== null && judged !== null) return { suspended, judged };
  }
  throw new Error("the demo sector lacks a suspended or a judged certificate");
}
