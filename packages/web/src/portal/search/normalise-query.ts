/** Full-width forms become half-width, blanks collapse, ends are trimmed. */
export function normaliseQuery(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim();
}

const NUMBER_LIKE = /^[A-Z0-9][A-Z0-9/\-()._]{5,49}$/;

/** The query as a certificate number (upper case, no blanks), or null when it cannot be one. */
export function asCertificateNumber(typed: string): string | null {
  const number = normaliseQuery(typed).replaceAll(" ", "").toUpperCase();
  return NUMBER_LIKE.test(number) && /\d{3}/.test(number) ? number : null;
}

/** Whether it begins as the approval number of a body does, which no certificate's number does. */
export const isApprovalNumber = (typed: string): boolean => /^CNCA-/i.test(normaliseQuery(typed));

/** The certificate number in a scanned or pasted address of a certificate page, else null. */
export function numberInAddress(text: string): string | null {
  const found = /^(?:https?:\/\/[^/\s]+)?\/c\/([^/?#\s]+)/.exec(text.trim());
  if (!found?.[1]) return null;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return null; // A broken escape is no address of ours.
  }
}
