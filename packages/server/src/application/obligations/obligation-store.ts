import type { Pause } from "@suzheng/rules";
import type { StandingCertificate } from "./obligations-on.ts";
import type {
  CertificateRef,
  InboxMessage,
  OpenObligation,
  SweepChange,
} from "./open-obligation.ts";

export type LogPosition = {
  readonly institution: string;
  /** Entries of the log now. */
  readonly size: number;
  /** Index of the first entry not looked at yet. */
  readonly nextIndex: number;
  /**
   * The rules and the pauses by which the log is looked at. A pause that comes meanwhile changes
   * them, so the next sweep begins again.
   */
  readonly rules: string;
};

/** What looking at certificates has found, to be stored whole or not at all. */
export type Swept = {
  /** All that were looked at: what is stored of them is replaced. */
  readonly certificates: readonly CertificateRef[];
  readonly obligations: readonly OpenObligation[];
  /** Those with an id that is stored already are left as they are. */
  readonly messages: readonly InboxMessage[];
  /** With it the log of an institution counts as looked at up to there. */
  readonly position: { institution: string; nextIndex: number; rules: string } | null;
};

export interface ObligationStore {
  /** Runs `work` unless somebody else, perhaps another process, is sweeping. */
  alone<T>(work: () => Promise<T>): Promise<T | "somebody-else-sweeps">;
  /** Logs with entries not looked at by these rules and the pauses there are; by institution. */
  behind(rules: string): Promise<LogPosition[]>;
  /** Certificates that entries from an index on are about, and the index after the last of them. */
  touchedFrom(
    position: LogPosition,
    entriesMax: number,
  ): Promise<{ certificates: CertificateRef[]; nextIndex: number }>;
  /** Certificates with an obligation that has to be looked at on this day or before. */
  due(today: string, limit: number): Promise<CertificateRef[]>;
  /** How they stand; those of whom nothing was reported are missing. */
  standing(certificates: readonly CertificateRef[]): Promise<StandingCertificate[]>;
  pauses(institutions: readonly string[]): Promise<Map<string, Pause[]>>;
  /** Durable once resolved. Returns what is new and what is gone. */
  store(swept: Swept, madeAt: string): Promise<readonly SweepChange[]>;
}
