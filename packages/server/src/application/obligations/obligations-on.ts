import { createHash } from "node:crypto";
import { addDays, deadlineFacts, type KnownCertificate } from "@suzheng/certification";
import { type Facts, type Obligation, obligationsOf, type Pack, type Pause } from "@suzheng/rules";
import type { CertificateRef, InboxKind, InboxMessage, OpenObligation } from "./open-obligation.ts";

export type StandingCertificate = CertificateRef & {
  readonly state: KnownCertificate;
  /** GB/T 2260 code of the holder's district; null when it is not known. */
  readonly district: string | null;
  /** Name of the certified organisation, as reported last. */
  readonly holder: string | null;
};

export type LookedAt = {
  readonly obligations: readonly OpenObligation[];
  readonly messages: readonly InboxMessage[];
};

export type LookingGiven = {
  readonly packs: readonly Pack[];
  readonly pauses: readonly Pause[];
  readonly today: string;
};

/** What a certificate is bound to do on a day, in the words of the rule packs. */
export function openOn(
  { state, institution, district }: StandingCertificate,
  { packs, pauses, today }: LookingGiven,
): Obligation[] {
  return obligationsOf({
    packs,
    scheme: state.scheme,
    on: today,
    facts: deadlineFacts(state, today) as unknown as Facts,
    pauses,
    subject: { institution, region: district },
  });
}

/** What is to be stored of that, and what its institution is to be told about it. */
export function obligationsOn(certificate: StandingCertificate, given: LookingGiven): LookedAt {
  const { state, institution, number } = certificate;
  const { packs, today } = given;
  const open = openOn(certificate, given);
  const untolled = open.some(({ tolled }) => tolled !== null)
    ? new Map(openOn(certificate, { ...given, pauses: [] }).map((one) => [keyOf(one), one.dueOn]))
    : null;
  const obligations = open.map((one): OpenObligation => {
    const { pack: rule, version, requirement, clause, step, opensOn, dueOn, tolled } = one;
    return {
      institution,
      number,
      rule,
      version,
      requirement,
      clause,
      step,
      opensOn,
      dueOn,
      setFor: tolled === null ? null : (untolled?.get(keyOf(one)) ?? null),
      tolled,
      state: one.state,
      nextOn: nextDay(one, { today, validUntil: state.validUntil }),
    };
  });
  const firstSteps = firstStepsOf(packs);
  const messages = open.flatMap((one) =>
    sayingsOf(one, { today, isFirst: firstSteps.has(keyOf(one)) }).map(({ kind, saidOn }) =>
      messageOf(certificate, one, { kind, saidOn }),
    ),
  );
  return { obligations, messages };
}

const keyOf = ({ pack, requirement, step }: Pick<Obligation, "pack" | "requirement" | "step">) =>
  `${pack}\n${requirement}\n${step}`;

const known = new WeakMap<readonly Pack[], ReadonlySet<string>>();

/** The steps with which chains begin; those after them are escalations. */
function firstStepsOf(packs: readonly Pack[]): ReadonlySet<string> {
  let steps = known.get(packs);
  if (steps === undefined) {
    const keys = packs.flatMap((pack) =>
      [...pack.requirements.values()].flatMap(({ document: { id }, deadline }) =>
        deadline === null
          ? []
          : [keyOf({ pack: pack.document.id, requirement: id, step: deadline.document.step })],
      ),
    );
    steps = new Set(keys);
    known.set(packs, steps);
  }
  return steps;
}

/** The day of the next reminder, of running out, or of the certificate's own end. */
function nextDay(
  { remindOn, dueOn }: Obligation,
  { today, validUntil }: { today: string; validUntil: string },
): string | null {
  const days = [...remindOn, addDays(dueOn, 1), addDays(validUntil, 1)];
  return days.filter((day) => day > today).sort()[0] ?? null;
}

type Saying = { readonly kind: InboxKind; readonly saidOn: string };

function sayingsOf(
  { state, remindOn, dueOn, opensOn, follows }: Obligation,
  { today, isFirst }: { today: string; isFirst: boolean },
): Saying[] {
  const escalated: Saying[] = isFirst ? [] : [{ kind: "escalated", saidOn: opensOn }];
  switch (state) {
    case "ahead":
      return escalated;
    case "reminding": {
      const saidOn = remindOn.findLast((day) => day <= today) ?? today;
      return [...escalated, { kind: "reminder", saidOn }];
    }
    case "overdue":
      return [...escalated, { kind: "overdue", saidOn: addDays(dueOn, 1) }];
    case "lapsed":
      // With a step after it, that step's opening says it.
      return follows === null ? [{ kind: "lapsed", saidOn: addDays(dueOn, 1) }] : escalated;
  }
}

function messageOf(
  { institution, number }: CertificateRef,
  { pack: rule, requirement, step, clause, dueOn, message }: Obligation,
  { kind, saidOn }: Saying,
): InboxMessage {
  const key = [institution, number, rule, requirement, step, kind, saidOn].join("\n");
  const id = createHash("sha256").update(key).digest("hex").slice(0, 32);
  return { institution, number, id, kind, rule, requirement, step, clause, dueOn, saidOn, message };
}
