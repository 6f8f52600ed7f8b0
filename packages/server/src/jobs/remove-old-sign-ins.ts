import type { AccountParts } from "../application/accounts/account-parts.ts";
import { signInRecordsSince } from "../application/accounts/sign-in/sign-in-limits.ts";

/** Removes records of sign-ins that are no longer kept; gives how many. */
export const removeOldSignIns = ({
  signIns,
  now,
}: Pick<AccountParts, "signIns" | "now">): Promise<number> =>
  signIns.removeBefore(signInRecordsSince(now()));
