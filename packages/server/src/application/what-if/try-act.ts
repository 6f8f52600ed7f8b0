import {
  type ActType,
  type Facts,
  type Flip,
  flips,
  judge,
  type Pack,
  type RecordedVerdict,
  whatIf,
} from "@suzheng/rules";

export type TryAct = {
  /** Whether either pack judges acts of this type and scheme. */
  concerns(type: string, scheme: string): boolean;
  flipsOf(type: ActType, facts: Facts): Flip[];
};

/** A pack that is in force always: what if it had been then. */
const always = (pack: Pack): Pack => ({
  ...pack,
  document: { ...pack.document, inForceFrom: "", inForceUntil: null },
});

const isFor = (pack: Pack | null, scheme: string) =>
  pack?.document.schemes.some((of) => of === scheme || of === "ANY") === true;

/** How an act's outcomes under one pack compare with those under another, whenever in force. */
export function tryAct(before: Pack | null, after: Pack): TryAct {
  const tryBoth = before === null ? null : whatIf(before, after);
  const packs = [before, after].map((pack) => pack && always(pack));
  const verdictsOf = (
    pack: Pack | null,
    type: ActType,
    facts: Facts,
  ): readonly RecordedVerdict[] =>
    pack === null
      ? []
      : (judge({ packs: [pack], act: { type, scheme: String(facts.scheme), on: "" }, facts })[0]
          ?.verdicts ?? []);
  return {
    concerns: (type, scheme) =>
      packs.some((pack) => pack?.byAct.has(type as ActType) === true && isFor(pack, scheme)),
    flipsOf(type, facts) {
      const scheme = String(facts.scheme);
      if (tryBoth !== null && isFor(before, scheme) && isFor(after, scheme)) {
        return tryBoth(type, facts);
      }
      const [was = [], is = []] = packs.map((pack) => verdictsOf(pack, type, facts));
      return flips(was, is);
    },
  };
}
