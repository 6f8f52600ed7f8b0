/** Where links lead: the address that browsers show. */
export function site(): string {
  const { SUZHENG_PUBLIC_URL, PORT } = process.env;
  return SUZHENG_PUBLIC_URL?.replace(/\/$/, "") || `http://localhost:${PORT || "8080"}`;
}
