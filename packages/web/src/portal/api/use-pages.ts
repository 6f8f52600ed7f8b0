import type { Problem } from "@suzheng/api-contract";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask } from "./client.ts";

type Page<T> = { items: T[]; next: string | null };
export type Pages<T> = {
  state: "idle" | "loading" | "ready" | "problem" | "unreachable";
  items: T[];
  hasMore: boolean;
  cachedAt: string | null;
  problem: Problem | null;
};

const EMPTY = { items: [], hasMore: false, cachedAt: null, problem: null };

const addressAfter = (path: string, cursor: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;

type Arrange<T> = (page: T[]) => T[];
const asGiven = <T>(page: T[]): T[] => page;

/**
 * A list fetched page by page. `path` has its query already; null means nothing to ask. `arrange`
 * orders each page by itself: what is shown already does not move when more comes.
 */
export function usePages<T>(
  path: string | null,
  arrange: Arrange<T> = asGiven,
): Pages<T> & { more: () => void } {
  const [pages, setPages] = useState<Pages<T>>({ state: path ? "loading" : "idle", ...EMPTY });
  const cursor = useRef<string | null>(null);
  const asking = useRef<string | null>(null);
  const load = useCallback(async (from: string | null, wanted: string) => {
    const address = from ? addressAfter(wanted, from) : wanted;
    if (asking.current === address) return;
    asking.current = address;
    const answer = await ask<Page<T>>(address);
    if (asking.current !== address) return;
    asking.current = null;
    if (answer.state === "problem") {
      setPages({ ...EMPTY, state: "problem", problem: answer.problem });
    } else if (answer.state === "unreachable") {
      setPages((before) => ({ ...(from ? before : EMPTY), state: "unreachable" }));
    } else {
      cursor.current = answer.value.next;
      const arrived = arrange(answer.value.items);
      setPages((before) => ({
        state: "ready",
        items: from ? [...before.items, ...arrived] : arrived,
        hasMore: answer.value.next !== null,
        cachedAt: answer.cachedAt,
        problem: null,
      }));
    }
  }, []);
  useEffect(() => {
    cursor.current = null;
    asking.current = null;
    if (path === null) return setPages({ state: "idle", ...EMPTY });
    setPages((before) => ({ ...before, state: "loading" }));
    void load(null, path);
  }, [path]);
  const more = useCallback(() => {
    if (path) void load(cursor.current, path);
  }, [path]);
  return { ...pages, more };
}
