import { apiPaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";

type Trust = { policy: { witnesses: readonly unknown[] } };

/** How many witnesses this site's trust list names; null until it is known. */
export function useWitnesses(): number | null {
  const trust = useAnswer<Trust>(apiPaths.trust);
  return trust.state === "ready" ? trust.value.policy.witnesses.length : null;
}
