import type { Visibility } from "./decision.ts";
import type { DomainEvent, EventType } from "./event.ts";

export type DataOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>["data"];

export type EventSchema<Type extends EventType> = {
  readonly schema: 1;
  /** Visibility of every field of `data`. */
  readonly data: { readonly [Field in keyof DataOf<Type>]-?: Visibility };
  /** Visibility of committed personal fields; `*` stands for a number. */
  readonly personal: Readonly<Record<string, Visibility>>;
};
