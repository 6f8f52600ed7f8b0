import type { CertificatePage } from "@suzheng/api-contract";
import { z } from "zod";
import type { SearchHit } from "../../application/certificates/certificate-search.ts";
import { lookUpCertificate } from "../../application/certificates/look-up-certificate.ts";
import { foldForSearch } from "../../application/certificates/search-text.ts";
import { chinaDate } from "../../application/clock.ts";
import type { App } from "../app.ts";
import { HttpProblem } from "../problems.ts";
import { typedText } from "../typed-text.ts";
import { statusOn } from "./status-on.ts";

const PAGE_SIZE = 20;

export const SearchQuery = z.object({
  q: typedText(200).default(""),
  body: typedText(40).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

type Item = CertificatePage["items"][number];
type Body = Item["body"];

const encodeCursor = (number: string) => Buffer.from(number).toString("base64url");

function decodeCursor(cursor: string): string {
  const number = typedText(60).safeParse(Buffer.from(cursor, "base64url").toString());
  if (!number.success) throw new HttpProblem("request-malformed");
  return number.data;
}

const unnamed = (approvalNumber: string): Body => ({
  approvalNumber,
  name: approvalNumber,
  nameEnglish: null,
});

async function bodiesOf(app: App, hits: readonly SearchHit[]): Promise<Map<string, Body>> {
  const bodies = new Map<string, Body>();
  for (const { institution: approvalNumber } of hits) {
    if (bodies.has(approvalNumber)) continue;
    const found = await app.institutions.byApprovalNumber(approvalNumber);
    const { name, nameEnglish } = found ?? unnamed(approvalNumber);
    bodies.set(approvalNumber, { approvalNumber, name, nameEnglish });
  }
  return bodies;
}

const itemNow = (hit: SearchHit, { today, body }: { today: string; body: Body }): Item => ({
  number: hit.number,
  status: statusOn(today, hit),
  holderName: hit.holderName,
  holderCode: hit.holderCode,
  body,
  itemCode: hit.itemCode,
  issuedOn: hit.issuedOn,
  validUntil: hit.validUntil,
});

/**
 * Of a certificate whose newest report is dated ahead, what its own page shows today. Null when it
 * has none yet.
 */
async function itemBeforeReport(app: App, number: string): Promise<Item | null> {
  const lookup = await lookUpCertificate(app, number, { on: null, knownAt: null });
  if (!lookup.found) return null;
  const { status, holder, body, itemCode, issuedOn, validUntil } = lookup.certificate;
  const { name: holderName, code: holderCode } = holder;
  return { number, status, holderName, holderCode, body, itemCode, issuedOn, validUntil };
}

export async function searchPage(
  app: App,
  query: z.infer<typeof SearchQuery>,
): Promise<CertificatePage> {
  const { q, body, cursor, limit } = query;
  if (foldForSearch(q).length < 2 && body === undefined) throw new HttpProblem("query-too-short");
  const hits = await app.search.search({
    text: q,
    body: body ?? null,
    after: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
  });
  const today = chinaDate(app.now());
  const shown = hits.slice(0, limit);
  const bodies = await bodiesOf(app, shown);
  const items = shown.map((hit) =>
    hit.effectiveOn > today
      ? itemBeforeReport(app, hit.number)
      : itemNow(hit, { today, body: bodies.get(hit.institution) ?? unnamed(hit.institution) }),
  );
  return {
    items: (await Promise.all(items)).filter((item) => item !== null),
    next: hits.length > limit ? encodeCursor(shown.at(-1)?.number ?? "") : null,
  };
}
