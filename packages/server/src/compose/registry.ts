import { join } from "node:path";
import type { AccountParts } from "../application/accounts/account-parts.ts";
import { takeSignature } from "../application/accounts/credentials/signatures.ts";
import type { RegistryParts } from "../application/registry/registry-parts.ts";
import { postgresDraftStore } from "../postgres/registry/draft-store.ts";
import { postgresRuleFileStore } from "../postgres/registry/rule-file-store.ts";
import { postgresRuleReader } from "../postgres/registry/rule-reader.ts";
import { evidenceFiles } from "../storage/evidence-files.ts";
import type { Platform } from "./platform.ts";

type RegistryOn = Pick<
  Platform,
  "now" | "ledger" | "store" | "database" | "workspaces" | "dataFolder"
>;

export const composeRegistry = (on: RegistryOn, accounts: AccountParts): RegistryParts => ({
  now: on.now,
  ledger: on.ledger,
  store: on.store,
  drafts: postgresDraftStore(on.workspaces),
  rules: postgresRuleReader(on.database),
  evidence: evidenceFiles(join(on.dataFolder, "evidence")),
  files: postgresRuleFileStore(on.workspaces),
  organisations: accounts.organisations,
  async personName(account) {
    const person = await accounts.accounts.byId(account);
    if (person === null) throw new Error("who acts has an account");
    return person.name;
  },
  takeSignature: (by, signed) => takeSignature(accounts, by, signed),
});
