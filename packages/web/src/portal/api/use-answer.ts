import { useCallback, useEffect, useState } from "preact/hooks";
import { type Answer, ask } from "./client.ts";

export type Asked<T> = Answer<T> | { state: "loading" };

const FRESH_MS = 60_000;
const remembered = new Map<string, { at: number; answer: Answer<unknown> }>();

/** Recent answers make "back" instant; the path decides the type. */
function recall<T>(path: string): Answer<T> | undefined {
  const entry = remembered.get(path);
  if (!entry || Date.now() - entry.at > FRESH_MS) return undefined;
  return entry.answer as Answer<T>;
}

/** The answer to `path`, asked again when it changes; null asks nothing. */
export function useAnswer<T>(path: string | null): Asked<T> & { retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<{ path: string | null; asked: Asked<T> }>(() => ({
    path,
    asked: (path && recall<T>(path)) || { state: "loading" },
  }));
  useEffect(() => {
    if (path === null) return;
    const known = attempt === 0 ? recall<T>(path) : undefined;
    setHeld({ path, asked: known ?? { state: "loading" } });
    if (known) return;
    let current = true;
    ask<T>(path).then((answer) => {
      if (answer.state === "ready") remembered.set(path, { at: Date.now(), answer });
      if (current) setHeld({ path, asked: answer });
    });
    return () => {
      current = false;
    };
  }, [path, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const asked: Asked<T> = held.path === path ? held.asked : { state: "loading" };
  return { ...asked, retry };
}
