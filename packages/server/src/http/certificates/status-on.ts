import type { Certificate } from "@suzheng/api-contract";

/** The status on the day asked: a report that says nothing of expiry does not outlive it. */
export function statusOn(
  today: string,
  hit: { status: string; validUntil: string },
): Certificate["status"] {
  const lapses = hit.status === "valid" || hit.status === "suspended";
  return lapses && today > hit.validUntil ? "expired" : (hit.status as Certificate["status"]);
}
