import type { LocalText } from "@suzheng/certification";
import type { ObligationState } from "@suzheng/rules";

export type CertificateRef = { readonly institution: string; readonly number: string };

/** One open step of a requirement, of one certificate, as of the day it was last looked at. */
export type OpenObligation = CertificateRef & {
  readonly rule: string;
  readonly version: string;
  readonly requirement: string;
  readonly clause: string;
  readonly step: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** The due date before pauses moved it; null when none did. */
  readonly setFor: string | null;
  /** Why it moved. */
  readonly tolled: LocalText | null;
  readonly state: ObligationState;
  /** The next day on which it has to be looked at without a new act; null: none. */
  readonly nextOn: string | null;
};

/** `escalated`: a step has opened because the one before it was not done. */
export type InboxKind = "reminder" | "overdue" | "lapsed" | "escalated";

/** A message about an obligation; the same message has the same id however often it is made. */
export type InboxMessage = CertificateRef & {
  readonly id: string;
  readonly kind: InboxKind;
  readonly rule: string;
  readonly requirement: string;
  readonly step: string;
  readonly clause: string;
  readonly dueOn: string;
  readonly saidOn: string;
  readonly message: LocalText;
};

/** What a sweep has changed: a step that opened or closed, or what was said about one. */
export type SweepChange = CertificateRef & {
  readonly what: "opened" | "closed" | InboxKind;
  readonly rule: string;
  readonly requirement: string;
  readonly step: string;
  readonly clause: string;
  readonly dueOn: string;
};
