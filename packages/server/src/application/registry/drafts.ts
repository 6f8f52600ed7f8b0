import type { InstitutionAction } from "@suzheng/api-contract";
import type { RuleContent } from "@suzheng/certification";
import { done } from "../accounts/result.ts";
import { type Acting, guard } from "../policy/authorise.ts";
import type { DraftSave, StoredDraft } from "./draft-store.ts";
import { fitContent } from "./fit-content.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { type RegistryRefusal, type RegistryResult, refusal } from "./registry-result.ts";

type Parts = Pick<RegistryParts, "drafts" | "now">;
type Saving = { rule: string; content: RuleContent; expected: number };

/** Everything about drafts, for the institution acted for. */
export const draftCommands = (parts: Parts) => ({
  list: reading(async ({ institution }, _nothing: null) =>
    done(await parts.drafts.list(institution)),
  ),
  get: reading((acting, rule: string) => draftOf(parts, acting, rule)),
  revisions: reading(async ({ institution }, rule: string) =>
    done(await parts.drafts.revisions(institution, rule)),
  ),
  revision: reading((acting, { rule, counter }: { rule: string; counter: number }) =>
    revisionOf(parts, acting, { rule, counter }),
  ),
  create: guard("rule.draft", (acting, draft: Omit<Saving, "expected">) =>
    createDraft(parts, acting, draft),
  ),
  save: guard("rule.draft", (acting, draft: Saving) => saveDraft(parts, acting, draft)),
  /** Undo, which can be undone: the earlier revision is saved once more. */
  restore: guard(
    "rule.draft",
    async (acting, wanted: { rule: string; expected: number; revision: number }) => {
      const { rule, expected, revision: counter } = wanted;
      const earlier = await revisionOf(parts, acting, { rule, counter });
      if (earlier.outcome === "refused") return earlier;
      return saveDraft(parts, acting, { rule, expected, content: earlier.value.content });
    },
  ),
  withdraw: guard(
    "rule.withdraw-draft",
    async (acting, { rule, expected }: { rule: string; expected: number }) => {
      const at = parts.now();
      const withdrawn = await parts.drafts.withdraw(acting.institution, { rule, expected, at });
      return withdrawn === "withdrawn" ? done(null) : notSaved(parts, acting, rule);
    },
  ),
});

const READ: InstitutionAction = "rule.read-drafts";
const reading = <Input, Value>(
  run: (acting: Acting, input: Input) => Promise<RegistryResult<Value>>,
) => guard(READ, run);

export async function draftOf(
  { drafts }: Pick<Parts, "drafts">,
  { institution }: Acting,
  rule: string,
): Promise<RegistryResult<StoredDraft>> {
  const draft = await drafts.get(institution, rule);
  return draft === null ? refusal("draft-unknown") : done(draft);
}

async function revisionOf(
  { drafts }: Parts,
  { institution }: Acting,
  { rule, counter }: { rule: string; counter: number },
): Promise<RegistryResult<StoredDraft>> {
  const draft = await drafts.revision(institution, rule, counter);
  return draft === null ? refusal("draft-unknown") : done(draft);
}

async function createDraft(
  parts: Parts,
  acting: Acting,
  { rule, content: given }: Omit<Saving, "expected">,
): Promise<RegistryResult<StoredDraft>> {
  const content = fitContent(given);
  if (content === null) return refusal("draft-text-unfit");
  const draft = { rule, content, by: acting.actor.account, at: parts.now() };
  const created = await parts.drafts.create(acting.institution, draft);
  return created === "taken" ? refusal("rule-id-taken") : draftOf(parts, acting, rule);
}

async function saveDraft(
  parts: Parts,
  acting: Acting,
  { rule, content: given, expected }: Saving,
): Promise<RegistryResult<StoredDraft>> {
  const content = fitContent(given);
  if (content === null) return refusal("draft-text-unfit");
  const by = acting.actor.account;
  const draft: DraftSave = { rule, content, expected, by, at: parts.now() };
  const saved = await parts.drafts.save(acting.institution, draft);
  return saved === "saved" ? draftOf(parts, acting, rule) : notSaved(parts, acting, rule);
}

/** With the version that stands, so that nobody's work is lost. */
export async function notSaved(
  parts: Pick<Parts, "drafts">,
  acting: Acting,
  rule: string,
): Promise<RegistryRefusal> {
  const current = await draftOf(parts, acting, rule);
  if (current.outcome === "refused") return current;
  return refusal("draft-moved-on", { current: current.value });
}
