const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How sure a number is; `our-choice`: no source that we hold prescribes one. */
type Chosen = { value: number; unit: string; source: string | null; confidence: "our-choice" };

const chosen = (value: number, unit: string): Chosen => ({
  value,
  unit,
  source: null,
  confidence: "our-choice",
});

/**
 * Numbers of docs/operating/accounts.md. Failures are counted over the window by name as typed,
 * known or not, and by address; the next attempt is answered with `sign-in-limited`.
 */
export const SIGN_IN_LIMITS = {
  window: chosen(15 * MINUTE_MS, "ms"),
  /** Afterwards a password is not even looked at. */
  nameFailuresMax: chosen(8, "failures"),
  /** Many people may stand behind one address. */
  addressFailuresMax: chosen(40, "failures"),
  /** Begun by passkey at one address and neither finished nor over; each is kept 5 minutes. */
  passkeysBegunMax: chosen(60, "sign-ins"),
} as const;

/** How long it can be looked up who signed in, or tried to. */
export const SIGN_IN_RECORDS_KEPT = chosen(180, "days");

/** Records before this instant are removed. */
export const signInRecordsSince = (now: string): string =>
  new Date(Date.parse(now) - SIGN_IN_RECORDS_KEPT.value * DAY_MS).toISOString();
