import { setImmediate as turn } from "node:timers/promises";
import type { Pack } from "@suzheng/rules";
import { chinaDate } from "../clock.ts";
import type { ObligationStore, Swept } from "./obligation-store.ts";
import { obligationsOn } from "./obligations-on.ts";
import type { CertificateRef, SweepChange } from "./open-obligation.ts";

export type SweepParts = {
  store: ObligationStore;
  packs: readonly Pack[];
  /** Names the packs' contents: when it changes every certificate is looked at again. */
  rules: string;
  now: () => string;
  /** After a batch; a sweep that is stopped goes on at the next one. */
  isStopped?: () => boolean;
  /** Told of each batch, once it is stored. */
  onChanges?: (changes: readonly SweepChange[]) => void;
};

export type SweepReport = {
  /** Looked at because of new acts, and because of the day. */
  projected: number;
  due: number;
  /** Steps of obligations. */
  opened: number;
  closed: number;
  messages: number;
};

/** Looked at in one go: a few milliseconds, so that a server answers meanwhile. */
const CERTIFICATES_AT_A_TIME = 250;
const ENTRIES_AT_A_TIME = 250;

/**
 * Brings open obligations up to date with new acts and with the day, and tells institutions what
 * is to be remembered, overdue or has escalated. Doing it twice changes nothing; a crash at any
 * moment costs the batch under way, which the next sweep does again.
 */
export async function sweepObligations(
  parts: SweepParts,
): Promise<SweepReport | "somebody-else-sweeps"> {
  return parts.store.alone(async () => {
    const acts = await followActs(parts);
    const day = await followDay(parts);
    return {
      projected: acts.certificates,
      due: day.certificates,
      opened: acts.opened + day.opened,
      closed: acts.closed + day.closed,
      messages: acts.messages + day.messages,
    };
  });
}

type Done = { certificates: number; opened: number; closed: number; messages: number };

const nothingDone = (): Done => ({ certificates: 0, opened: 0, closed: 0, messages: 0 });

function count(done: Done, certificates: number, changes: readonly SweepChange[]): void {
  done.certificates += certificates;
  for (const { what } of changes) {
    if (what === "opened" || what === "closed") done[what] += 1;
    else done.messages += 1;
  }
}

async function followActs(parts: SweepParts): Promise<Done> {
  const { store, isStopped = () => false } = parts;
  const done = nothingDone();
  for (const behind of await store.behind(parts.rules)) {
    let { nextIndex } = behind;
    while (nextIndex < behind.size && !isStopped()) {
      const touched = await store.touchedFrom({ ...behind, nextIndex }, ENTRIES_AT_A_TIME);
      nextIndex = touched.nextIndex;
      const { institution, rules } = behind;
      const position = { institution, nextIndex, rules };
      const { certificates } = touched;
      count(done, certificates.length, await lookAt(parts, certificates, position));
    }
  }
  return done;
}

async function followDay(parts: SweepParts): Promise<Done> {
  const { store, now, isStopped = () => false } = parts;
  const today = chinaDate(now());
  const done = nothingDone();
  while (!isStopped()) {
    const certificates = await store.due(today, CERTIFICATES_AT_A_TIME);
    if (certificates.length === 0) break;
    count(done, certificates.length, await lookAt(parts, certificates, null));
  }
  return done;
}

async function lookAt(
  { store, packs, now, onChanges }: SweepParts,
  certificates: readonly CertificateRef[],
  position: Swept["position"],
): Promise<readonly SweepChange[]> {
  const institutions = [...new Set(certificates.map(({ institution }) => institution))];
  const [standing, pauses] = await Promise.all([
    store.standing(certificates),
    store.pauses(institutions),
  ]);
  const madeAt = now();
  const today = chinaDate(madeAt);
  const looked = standing.map((certificate) =>
    obligationsOn(certificate, {
      packs,
      pauses: pauses.get(certificate.institution) ?? [],
      today,
    }),
  );
  const swept = {
    certificates,
    obligations: looked.flatMap(({ obligations }) => obligations),
    messages: looked.flatMap(({ messages }) => messages),
    position,
  };
  const changes = await store.store(swept, madeAt);
  onChanges?.(changes);
  // Whatever else waits for this thread goes first.
  await turn();
  return changes;
}
