import { z } from "zod";
import { IsoInstant } from "./certificate.ts";

/** What others can do to an account; `recovered`: its person has new means of signing in. */
export const AccountActKind = z.enum(["recovery-begun", "recovered", "erased"]);
export type AccountActKind = z.infer<typeof AccountActKind>;

/** `POST /account/erase`, `POST /members/{account}/erase`: the sign-in name, typed once more. */
export const AccountErase = z.object({ confirm: z.string().min(1).max(64) });
export type AccountErase = z.infer<typeof AccountErase>;

export const AccountAct = z.object({
  account: z.string(),
  /** Null once the person was erased. */
  name: z.string().nullable(),
  act: AccountActKind,
  /** Name of who did it; null for the operator, or a person who was erased. */
  by: z.string().nullable(),
  at: IsoInstant,
});
export type AccountAct = z.infer<typeof AccountAct>;
/** `GET /members/account-acts`; newest first. */
export const AccountActList = z.object({ items: z.array(AccountAct) });
export type AccountActList = z.infer<typeof AccountActList>;
