const KEPT = "suzheng.token";

/** Kept for this tab only. */
export function keptToken(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return ""; // Storage is forbidden: the token is typed again.
  }
}

export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(KEPT, token);
  } catch {
    // Storage is forbidden: the token is typed again next time.
  }
}
