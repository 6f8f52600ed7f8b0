import type { HangingOn, RegisteredState, RegisteredVersion } from "@suzheng/certification";
import type { StoredEntry } from "../ledger/log-store.ts";

export type RegisteredRow = RegisteredVersion & { filedAt: string };

export type RuleRow = {
  institution: string;
  institutionName: string;
  rule: string;
  /** In the order of their first filing. */
  versions: RegisteredRow[];
};

export type HangingCertificate = {
  number: string;
  holderName: string;
  itemCode: string;
  status: "valid" | "suspended" | "withdrawn" | "cancelled" | "expired";
  issuedOn: string;
  validUntil: string;
};

/** Everything that was ever filed; who may see what is decided by the caller. */
export interface RuleReader {
  /** Rules with a version in one of the states, null for all states. By institution and rule. */
  rules(wanted: {
    institution: string | null;
    states: readonly RegisteredState[] | null;
  }): Promise<RuleRow[]>;
  rule(institution: string, rule: string): Promise<RuleRow | null>;
  /** Entries of the rule's stream, oldest first. */
  history(institution: string, rule: string): Promise<StoredEntry[]>;
  /** By number; the convention is `hangsOn`. */
  hanging(institution: string, on: HangingOn): Promise<HangingCertificate[]>;
}
