import type {
  HangingCertificates,
  RegisteredRule,
  RegisteredVersion,
  RegisteredVersionSummary,
  RuleHistoryItem,
} from "@suzheng/api-contract";
import { followUpDuties, type RuleBundle } from "@suzheng/certification";
import { parseEntry } from "@suzheng/log-format";
import { isSigned } from "@suzheng/verifier";
import { done } from "../accounts/result.ts";
import type { StoredEntry } from "../ledger/log-store.ts";
import { type Acting, guard } from "../policy/authorise.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { type RegistryResult, refusal } from "./registry-result.ts";
import { contentOf, type FileContent } from "./rule-files.ts";
import type { RegisteredRow, RuleRow } from "./rule-reader.ts";

export type RuleParts = Pick<RegistryParts, "rules" | "evidence" | "organisations">;
type Parts = RuleParts;
export type RuleName = { institution: string; rule: string };
export type VersionName = RuleName & { version: string };

/** Who may see what was filed: everyone once it was in force, others of the workspace before. */
type Reach = (row: RegisteredRow) => boolean;
const everything: Reach = () => true;
/** What was once published stays open, also when it is superseded or cancelled. */
export const published: Reach = ({ inForceFrom }) => inForceFrom !== null;

/** Queries of a workspace: a body reads its own rules, a regulator everyone's. */
export const ruleQueries = (parts: Parts) => ({
  ours: guard("rule.read-drafts", async ({ institution }, _nothing: null) => {
    const rows = await parts.rules.rules({ institution, states: null });
    return done({ items: rows.map(withoutHistory) });
  }),
  filings: guard("rule.review.take", async (_acting, _nothing: null) => {
    const states = ["filed", "under-review"] as const;
    const rows = await parts.rules.rules({ institution: null, states });
    return done({ items: rows.map(withoutHistory) });
  }),
  rule: within(parts, (name: RuleName) => readRule(parts, name, everything)),
  version: within(parts, (name: VersionName) => readVersion(parts, name, everything)),
  bundle: within(parts, (name: VersionName) => readBundle(parts, name, everything)),
  file: within(parts, (name: VersionName & { sha256: string }) =>
    readFiledFile(parts, name, everything),
  ),
  certificates: within(parts, (name: VersionName) => readHanging(parts, name)),
});

/** Whose rule may be read is told by whom the person acts for. */
function within<Name extends RuleName, Value>(
  { organisations }: Parts,
  read: (name: Name) => Promise<RegistryResult<Value>>,
) {
  return guard("rule.read-drafts", async (acting: Acting, name: Name) => {
    const isOwn = acting.institution === name.institution;
    const kind = isOwn ? null : (await organisations.get(acting.institution))?.kind;
    return isOwn || kind === "regulator" ? read(name) : refusal("rule-not-found");
  });
}

export async function readRule(
  { rules }: Parts,
  { institution, rule }: RuleName,
  reach: Reach,
): Promise<RegistryResult<RegisteredRule>> {
  const row = await rules.rule(institution, rule);
  const seen = row?.versions.filter(reach) ?? [];
  if (row === null || seen.length === 0) return refusal("rule-not-found");
  const shown = new Set(seen.map(({ version }) => version));
  const history = (await rules.history(institution, rule)).map(historyItem);
  return done({
    ...withoutHistory({ ...row, versions: seen }),
    history: history.filter(({ version }) => shown.has(version)),
  });
}

const withoutHistory = ({ versions, ...row }: RuleRow) => ({
  ...row,
  versions: versions.map(summaryOf),
});

function summaryOf(row: RegisteredRow): RegisteredVersionSummary {
  const { title, titleEnglish, itemCodes, ...rest } = row;
  return {
    ...rest,
    title: { zh: title, en: titleEnglish ?? "" },
    itemCodes: [...itemCodes],
  };
}

function historyItem({ index, entry: text }: StoredEntry): RuleHistoryItem {
  const parsed = parseEntry(text);
  if (parsed.outcome === "malformed") throw new Error(parsed.detail.en);
  const { type, occurredOn, recordedAt, data } = parsed.value;
  const { reviewer, reason, ruleVersion } = data;
  return {
    ...{ type, index, occurredOn, recordedAt },
    version: String(ruleVersion),
    isSigned: isSigned(parsed.value),
    // As `RULE_EVENT_SCHEMAS` declares it.
    reviewer: (reviewer ?? null) as RuleHistoryItem["reviewer"],
    reason: typeof reason === "string" ? reason : null,
  };
}

async function seenVersion(
  { rules }: Parts,
  { institution, rule, version }: VersionName,
  reach: Reach,
): Promise<{ row: RuleRow; found: RegisteredRow } | null> {
  const row = await rules.rule(institution, rule);
  const found = row?.versions.find((one) => one.version === version && reach(one));
  return row === null || found === undefined ? null : { row, found };
}

/** The filed bundle, by the exact bytes that were filed. */
export async function readBundle(
  parts: Parts,
  name: VersionName,
  reach: Reach,
): Promise<RegistryResult<{ text: string; hash: string }>> {
  const seen = await seenVersion(parts, name, reach);
  if (seen === null) return refusal("rule-not-found");
  const hash = seen.found.contentHash;
  const text = await parts.evidence.get(hash);
  if (text === null) throw new Error(`the evidence \`${hash}\` is missing`);
  return done({ text, hash });
}

export async function readVersion(
  parts: Parts,
  name: VersionName,
  reach: Reach,
): Promise<RegistryResult<RegisteredVersion>> {
  const seen = await seenVersion(parts, name, reach);
  const bundle = await readBundle(parts, name, reach);
  if (seen === null || bundle.outcome === "refused") return refusal("rule-not-found");
  const { content }: RuleBundle = JSON.parse(bundle.value.text); // its bytes are as written by us
  const { institution, institutionName, rule } = seen.row;
  return done({
    ...summaryOf(seen.found),
    ...{ institution, institutionName, rule },
    mark: content.mark,
    basis: content.basis.map(({ access: _access, ...one }) => one),
    clauses: [...content.clauses],
    commitment: content.commitment,
    hasPack: content.pack !== null,
    files: [...(content.files ?? [])],
  });
}

/** A file that was filed with the version. */
export async function readFiledFile(
  parts: Parts,
  { sha256, ...name }: VersionName & { sha256: string },
  reach: Reach,
): Promise<RegistryResult<FileContent>> {
  const version = await readVersion(parts, name, reach);
  if (version.outcome === "refused") return version;
  const file = version.value.files.find((one) => one.sha256 === sha256);
  if (file === undefined) return refusal("rule-file-unknown");
  return done({ file, content: await contentOf(parts.evidence, sha256) });
}

async function readHanging(
  parts: Parts,
  name: VersionName,
): Promise<RegistryResult<HangingCertificates>> {
  const seen = await seenVersion(parts, name, everything);
  if (seen === null) return refusal("rule-not-found");
  const items = await parts.rules.hanging(name.institution, seen.found);
  const isCancelled = seen.found.state === "cancelled";
  const dueOn = isCancelled ? await settledBy(parts, name) : null;
  const duties = isCancelled ? followUpDuties(items, dueOn) : [];
  return done({ total: items.length, items, duties });
}

async function settledBy(
  { rules }: Parts,
  { institution, rule, version }: VersionName,
): Promise<string | null> {
  const entries = await rules.history(institution, rule);
  for (const { entry } of entries.reverse()) {
    const parsed = parseEntry(entry);
    if (parsed.outcome === "malformed" || parsed.value.type !== "RuleCancelled") continue;
    const { ruleVersion, certificatesSettledBy } = parsed.value.data;
    if (ruleVersion !== version) continue;
    return typeof certificatesSettledBy === "string" ? certificatesSettledBy : null;
  }
  return null;
}
