import { useEffect, useState } from "preact/hooks";
import { ask } from "./client.ts";
import { apiPaths } from "./paths.ts";

type CodeLabel = { zh: string; en: string; word?: string };
export type CodeLists = Record<string, Record<string, CodeLabel>>;

let loaded: CodeLists | null = null;
let loading: Promise<CodeLists> | null = null;

async function load(): Promise<CodeLists> {
  const answer = await ask<CodeLists>(apiPaths.codeLists);
  if (answer.state !== "ready") {
    loading = null;
    return {};
  }
  loaded = answer.value;
  return loaded;
}

/** Names of official codes, or an empty set until they arrive: a raw code is shown then. */
export function useCodeLists(): CodeLists {
  const [lists, setLists] = useState<CodeLists>(loaded ?? {});
  useEffect(() => {
    if (loaded) return;
    loading ??= load();
    loading.then(setLists);
  }, []);
  return lists;
}
