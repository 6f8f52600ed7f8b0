import type { SignedHash } from "@suzheng/api-contract";
import type { Visit } from "../accounts/account-parts.ts";
import type { TakenSignature } from "../accounts/credentials/signatures.ts";
import type { OrganisationStore } from "../accounts/members/member-store.ts";
import type { Result } from "../accounts/result.ts";
import type { CertificationStore } from "../certification-store.ts";
import type { Now } from "../clock.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Acting } from "../policy/authorise.ts";
import type { DraftStore } from "./draft-store.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import type { RuleFileStore } from "./rule-file-store.ts";
import type { RuleReader } from "./rule-reader.ts";

export type Signing = { acting: Acting; visit: Visit };

/** What the use cases of the rule registry stand on. */
export type RegistryParts = {
  now: Now;
  ledger: Ledger;
  store: Pick<CertificationStore, "institution" | "states">;
  drafts: DraftStore;
  rules: RuleReader;
  evidence: EvidenceStore;
  files: RuleFileStore;
  organisations: Pick<OrganisationStore, "get">;
  /** Name of a person with an account. */
  personName(account: string): Promise<string>;
  takeSignature(by: Signing, signed: SignedHash): Promise<Result<TakenSignature>>;
};
