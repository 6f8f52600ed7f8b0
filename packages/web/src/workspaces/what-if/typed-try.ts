import type { WhatIfChoices } from "@suzheng/api-contract";

/** What was chosen and typed so far; places in the lists of choices as texts. */
export type Typed = {
  kind: "parameters" | "draft" | "filed";
  pack: number;
  parameters: Record<string, string>;
  draft: number;
  filed: number;
  /** Place in `basesOf`. */
  base: number;
  since: string;
  institutions: readonly string[];
};

/** What a part of the form shows, and how it changes what is typed. */
export type Part = {
  choices: WhatIfChoices;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
};

/** What a draft can be compared with: nothing, the published packs, versions with a pack. */
export function basesOf({ packs, filed }: WhatIfChoices) {
  return [
    { base: { kind: "none" as const }, title: null, version: "" },
    ...packs.map(({ id: rule, version, title }) => ({
      base: { kind: "pack" as const, rule, version },
      ...{ title, version },
    })),
    ...filed.map(({ institution, rule, version, title }) => ({
      base: { kind: "filed" as const, institution, rule, version },
      ...{ title, version },
    })),
  ];
}
