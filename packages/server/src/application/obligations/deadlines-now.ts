import type { Deadline } from "@suzheng/api-contract";
import type { Obligation, Pack } from "@suzheng/rules";
import type { ObligationStore } from "./obligation-store.ts";
import { openOn } from "./obligations-on.ts";
import type { CertificateRef } from "./open-obligation.ts";

export type DeadlineParts = {
  packs: readonly Pack[];
  duties: { store: Pick<ObligationStore, "standing" | "pauses"> };
};

/** What a certificate is bound to on this day, moved by pauses, as anyone may read it. */
export async function deadlinesNow(
  { packs, duties: { store } }: DeadlineParts,
  certificate: CertificateRef,
  today: string,
): Promise<Deadline[]> {
  const { institution } = certificate;
  const [[standing], pauses] = await Promise.all([
    store.standing([certificate]),
    store.pauses([institution]),
  ]);
  if (standing === undefined) return [];
  const open = openOn(standing, { packs, pauses: pauses.get(institution) ?? [], today });
  return open.map((one) => shown(one, today));
}

function shown(one: Obligation, today: string): Deadline {
  const { requirement, step, clause, dueOn, unconfirmed, message, tolled } = one;
  const state = today > dueOn ? "overdue" : "ahead";
  return { requirement, step, clause, dueOn, state, unconfirmed, message, tolled };
}
