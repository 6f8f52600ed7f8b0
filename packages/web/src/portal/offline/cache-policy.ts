export type CachePlan = "shell-page" | "asset" | "answer" | "leave-alone";

type Asked = { method: string; path: string; mode: string };

const ANSWERS = [
  /^\/trust\.json$/,
  /^\/api\/v1\/(about|code-lists|rules|calculators|institutions|certificates)(\/|$)/,
  /^\/c\/[^/]+\/qr\.svg$/,
];

/** What the service worker does with a request of our own origin. Uploads are never kept. */
export function planFor(asked: Asked): CachePlan {
  if (asked.method !== "GET") return "leave-alone";
  if (asked.path.startsWith("/assets/")) return "asset";
  if (ANSWERS.some((pattern) => pattern.test(asked.path))) return "answer";
  if (asked.mode === "navigate" && isPage(asked.path)) return "shell-page";
  return "leave-alone";
}

/** `/workspace`, logs and API documents are not pages of the portal. */
function isPage(path: string): boolean {
  return (
    path === "/" || /^\/(c|rules|calculators|bodies|verify|upload|about|help)(\/|$)/.test(path)
  );
}

/** Only a complete success is worth keeping: a 404 of today may be issued tomorrow. */
export function isKept(response: { status: number; type: string }): boolean {
  return response.status === 200 && response.type === "basic";
}
