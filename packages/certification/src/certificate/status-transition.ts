import type { RefusalCode } from "../decision.ts";
import type { CertificateStatus } from "../report/words.ts";

type Standing = { readonly status: CertificateStatus; readonly validUntil: string };

function afterExpiry(before: Standing, after: Standing): RefusalCode | null {
  switch (after.status) {
    case "valid":
      return after.validUntil > before.validUntil ? null : "expired-needs-new-validity";
    case "suspended":
    case "cancelled":
      return "expired-cannot-be-suspended";
    case "withdrawn":
    case "expired":
      return null;
  }
}

/** Why one status cannot follow the other; null when it can. */
export function transitionRefusal(before: Standing, after: Standing): RefusalCode | null {
  switch (before.status) {
    case "valid":
    case "suspended":
      return null;
    case "withdrawn":
      return after.status === "withdrawn" ? null : "withdrawn-is-final";
    case "cancelled":
      return after.status === "cancelled" || after.status === "withdrawn"
        ? null
        : "cancelled-is-final";
    case "expired":
      return afterExpiry(before, after);
  }
}
