import type {
  CertificateEvent,
  CertificateState,
  InstitutionState,
  PauseState,
  ProjectState,
  RuleState,
} from "@suzheng/certification";

export type Reported = Extract<CertificateEvent, { type: "CertificateReported" }>;
/** What of a report stands in columns and not in the state; a page's reports are kept at a time. */
type Shown = Pick<Reported["data"], "number" | "holderName" | "holderCode" | "issuedOn">;

/** A stream as its entries tell it, told again by the domain. */
export type Replay = {
  state: CertificateState | ProjectState | InstitutionState | PauseState | RuleState | null;
  /**
   * Newest report of a certificate about its present, with its place; the card's bytes as Latin-1,
   * since small buffers outside the heap keep the garbage collector busy.
   */
  report: (Shown & { card: string; index: number; recordedAt: string }) | null;
  firstRecordedAt: string | null;
  rule: RuleReplay;
};

/** What a rule's rows say beyond its state. */
export type RuleReplay = {
  /** Of the newest act about the rule. */
  lastIndex: number;
  /** By version: when it was filed first, and the newest act about it. */
  versions: Map<string, { filedAt: string; lastIndex: number }>;
};
