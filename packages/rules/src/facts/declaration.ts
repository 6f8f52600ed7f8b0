import type { PeriodKind } from "../calendar/period-kind.ts";

/** A sentence or a name for people, Chinese first. */
export type LocalText = { readonly zh: string; readonly en: string };

/** `date` is a calendar date `2026-11-22`; dates are strings, so that `<` compares them. */
export type FactType = "text" | "date" | "number" | "flag";

export type FactDeclaration = {
  readonly type: FactType;
  /** True: every act of this type has it. False: null when it is not known. */
  readonly always: boolean;
  readonly label: LocalText;
  /** The period over which it counts, where it is an aggregate. */
  readonly over?: PeriodKind;
  /** True: no report carries it, so that a requirement on it is answered with "cannot tell". */
  readonly unreported?: true;
};

type Value<T extends FactType> = T extends "number" ? number : T extends "flag" ? boolean : string;

/** What has to be handed in for a vocabulary: each fact by name, null where not known. */
export type FactsOf<D extends Record<string, FactDeclaration>> = {
  readonly [K in keyof D]: D[K]["always"] extends true
    ? Value<D[K]["type"]>
    : Value<D[K]["type"]> | null;
};

export type FactValue = string | number | boolean | null;
export type Facts = { readonly [name: string]: FactValue };

export const always = <T extends FactType>(type: T, zh: string, en: string) =>
  ({ type, always: true, label: { zh, en } }) as const;

export const nullable = <T extends FactType>(type: T, zh: string, en: string) =>
  ({ type, always: false, label: { zh, en } }) as const;

/** What no reported table carries. */
export const unreported = <T extends FactType>(type: T, zh: string, en: string) =>
  ({ type, always: false, unreported: true, label: { zh, en } }) as const;

/** An aggregate: what was counted over the period that holds the act's day. */
export const countedOver = <P extends PeriodKind>(over: P, zh: string, en: string) =>
  ({ type: "number", always: false, label: { zh, en }, over }) as const;
