import { generateSecret, generateURI, verify } from "otplib";
import type { Totp } from "../../application/accounts/credentials/credentials.ts";

const ISSUER = "溯证 Suzheng";
/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, half a minute. */
const PERIOD_SECONDS = 30;

/** Takes the code of now, and of one step before or after, for clocks that are off. */
export function otplibTotp(): Totp {
  /** Of nobody: what codes for unknown accounts are compared with. */
  const nobody = generateSecret();
  return {
    newSecret: () => generateSecret(),
    uri: ({ secret, signInName }) => generateURI({ issuer: ISSUER, label: signInName, secret }),
    async stepOf(code, { secret, now }) {
      const checked = await verify({
        secret: secret ?? nobody,
        token: code,
        epoch: Math.floor(Date.parse(now) / 1000),
        epochTolerance: PERIOD_SECONDS,
      });
      return secret !== null && checked.valid && "timeStep" in checked ? checked.timeStep : null;
    },
  };
}
