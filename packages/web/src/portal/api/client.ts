import type { Problem } from "@suzheng/api-contract";
import { takeEarly } from "./early.ts";

export type Answer<T> =
  /** `cachedAt`: when a copy kept on this device was fetched; null for a fresh answer. */
  | { state: "ready"; value: T; cachedAt: string | null }
  | { state: "problem"; problem: Problem }
  | { state: "unreachable" };

const CACHED_AT = "x-suzheng-cached-at";

/** Asks our own server, which validates against the same schemas: answers are taken as typed. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const early = init.method === undefined ? takeEarly(path) : undefined;
    const response = await (early ??
      fetch(path, { ...init, headers: { accept: "application/json", ...init.headers } }));
    if (isOfflineReply(response)) return { state: "unreachable" };
    const body: unknown = await response.json();
    if (!response.ok) return { state: "problem", problem: body as Problem };
    return { state: "ready", value: body as T, cachedAt: response.headers.get(CACHED_AT) };
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") throw fault;
    return { state: "unreachable" };
  }
}

/** A gateway's page or our service worker's stand-in is no answer of the server. */
function isOfflineReply(response: Response): boolean {
  return !(response.headers.get("content-type") ?? "").includes("json");
}
