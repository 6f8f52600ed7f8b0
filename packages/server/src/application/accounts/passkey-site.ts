import type { Visit } from "./account-parts.ts";
import type { PasskeySite } from "./credentials/credentials.ts";

/** Null at a bare address: browsers bind passkeys to names only. */
export function passkeySiteOf({ site }: Visit): PasskeySite | null {
  return site.rpId === null ? null : { ...site, rpId: site.rpId };
}
