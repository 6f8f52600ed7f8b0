import type { LocalText, RuleCertificatePage } from "@suzheng/api-contract";
import { z } from "zod";
import { lookUpCertificate } from "../../application/certificates/look-up-certificate.ts";
import { chinaDate } from "../../application/clock.ts";
import type {
  RuleCertificate,
  RuleCertificatesRequest,
} from "../../application/rules/rule-certificates.ts";
import type { App } from "../app.ts";
import { statusOn } from "../certificates/status-on.ts";
import { typedText } from "../typed-text.ts";

const PAGE_SIZE = 20;

export const CertificatesQuery = z.object({
  cursor: typedText(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE_SIZE),
});

const OF_SHIPPED: LocalText = {
  zh: "列出颁证日期在本版本施行期间、认证项目在本版本项目代码之下的证书，不含暂不公开的。颁证上报留有判定记录的，逐张写明按哪个版本判定；其余只是按日期和项目代码归入。",
  en: "Certificates issued on a day on which this version was in force, for an item under its item codes; withheld ones are left out. Where verdicts were recorded with the report of the issue, the version that judged it is named; the others are listed by day and item code alone.",
};
const OF_FILED: LocalText = {
  zh: "按惯例归入：本机构的证书，认证项目在本版本的项目代码之下，颁证日期在本版本施行期间，不含暂不公开的。上报数据不写明依据哪个备案规则，所以没有判定记录可以逐张核对。",
  en: "By convention: certificates of this body for an item under the version's item codes, issued on a day on which it was in force; withheld ones are left out. Reports do not name a filed rule, so no recorded verdict can confirm it one by one.",
};

type Listed = Omit<RuleCertificatesRequest, "after" | "limit">;
type Scope = Listed & {
  /** Shipped rule whose verdicts are looked up; null: reports are not judged by the rule. */
  judgedRule: string | null;
};

type Item = Omit<RuleCertificatePage["items"][number], "judgedBy">;

/** As its own page shows it today; null where it shows none yet. */
async function itemToday(app: App, listed: RuleCertificate, today: string): Promise<Item | null> {
  const { number, institution, institutionName: name, effectiveOn, ...rest } = listed;
  const { institutionNameEnglish: nameEnglish, ...certificate } = rest;
  if (effectiveOn <= today) {
    const body = { approvalNumber: institution, name, nameEnglish };
    return { number, ...certificate, status: statusOn(today, listed), body };
  }
  const lookup = await lookUpCertificate(app, number, { on: null, knownAt: null });
  if (!lookup.found) return null;
  const { status, holder, body, itemCode, issuedOn, validUntil } = lookup.certificate;
  const holding = { holderName: holder.name, holderCode: holder.code };
  return { number, ...holding, itemCode, status, issuedOn, validUntil, body };
}

/**
 * Whether what holds today stands under the version. One whose new issue takes effect ahead is
 * listed from that day on; until then it is under no version, since it is found by the new issue.
 */
const isUnder = ({ issuedFrom, issuedBefore, itemCodes }: Listed, item: Item): boolean =>
  item.issuedOn >= issuedFrom &&
  (issuedBefore === null || item.issuedOn < issuedBefore) &&
  itemCodes.some((code) => code !== "" && item.itemCode.startsWith(code));

/** Certificates under a version, shipped or filed. */
export async function certificatePage(
  app: App,
  { judgedRule, ...scope }: Scope,
  { cursor, limit }: z.infer<typeof CertificatesQuery>,
): Promise<RuleCertificatePage> {
  const today = chinaDate(app.now());
  const page = { after: cursor ?? null, limit: limit + 1 };
  const found = await app.ruleCertificates.list({ ...scope, ...page });
  const listed = found.slice(0, limit);
  const shown = await Promise.all(listed.map((one) => itemToday(app, one, today)));
  const items = shown.filter((item) => item !== null).filter((item) => isUnder(scope, item));
  const issues = items.map(({ body, ...item }) => ({ ...item, institution: body.approvalNumber }));
  const judged =
    judgedRule === null
      ? new Map<string, string>()
      : await app.ruleCertificates.judgedVersions(judgedRule, issues);
  const { itemCodes, issuedFrom, issuedBefore } = scope;
  return {
    convention: judgedRule === null ? OF_FILED : OF_SHIPPED,
    ...{ itemCodes: [...itemCodes], issuedFrom, issuedBefore },
    items: items.map((item) => ({ ...item, judgedBy: judged.get(item.number) ?? null })),
    next: found.length > limit ? (listed.at(-1)?.number ?? null) : null,
  };
}
