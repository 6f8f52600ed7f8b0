import type { ImportRun } from "@suzheng/api-contract";
import { useEffect, useState } from "preact/hooks";
import { type Answer, ask } from "../api/client.ts";
import { apiPaths } from "../api/paths.ts";

const POLL_MS = 1000;

export function isOver(run: ImportRun): boolean {
  return run.state === "finished" || run.state === "failed" || run.state === "interrupted";
}

/** Follows an import until it is over. A lost connection is tried again. */
export function useImportRun(id: string | null, token: string): Answer<ImportRun> | null {
  const [answer, setAnswer] = useState<Answer<ImportRun> | null>(null);
  useEffect(() => {
    setAnswer(null);
    if (id === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const poll = async () => {
      const headers = { authorization: `Bearer ${token}` };
      const next = await ask<ImportRun>(apiPaths.import(id), { headers });
      if (!current) return;
      setAnswer(next);
      const over = next.state === "problem" || (next.state === "ready" && isOver(next.value));
      if (!over) timer = setTimeout(poll, POLL_MS);
    };
    void poll();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [id, token]);
  return answer;
}
