import type { InboxItem, InboxQuery, ObligationQuery } from "@suzheng/api-contract";
import type { OpenObligation } from "./open-obligation.ts";

/** A page begins after the row with this key. */
export type ObligationKey = {
  state: string;
  dueOn: string;
  number: string;
  rule: string;
  requirement: string;
  step: string;
};
export type InboxKey = { saidOn: string; id: string };

/** A message as it was said, which is all that is stored. */
export type ToldItem = Omit<InboxItem, "now" | "holder">;

/** What the people of one institution see. */
export interface DutyReader {
  /** By due date; the lapsed, which nothing can be done about, last. */
  obligations(
    institution: string,
    query: Omit<ObligationQuery, "cursor">,
    after: ObligationKey | null,
  ): Promise<OpenObligation[]>;
  /** In the order asked for. */
  inbox(
    reader: { institution: string; account: string },
    query: Omit<InboxQuery, "cursor">,
    after: InboxKey | null,
  ): Promise<ToldItem[]>;
  /** Of those that wait. */
  unread(reader: { institution: string; account: string }): Promise<number>;
  /** False when the institution has no such item. */
  mark(
    reader: { institution: string; account: string },
    id: string,
    change: { read?: boolean | undefined; done?: boolean | undefined; at: string },
  ): Promise<boolean>;
}
