import type { RuleContent, RuleDraft } from "@suzheng/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { ProblemError } from "../../api/ask.ts";
import { useAct } from "../../api/use-act.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { draftKey, REGISTRY_KEY, registry } from "../registry-api.ts";
import { words } from "./words.ts";

/** The other person's draft that a refused save brings along. */
export function conflictOf(error: unknown): RuleDraft | null {
  if (!(error instanceof ProblemError) || error.problem.code !== "draft-moved-on") return null;
  const { current } = error.problem as unknown as { current?: RuleDraft };
  return current ?? null;
}

/** What is on the page against what is saved; leaving with unsaved changes asks first. */
export function useDraftEdit(draft: RuleDraft) {
  const client = useQueryClient();
  const { say } = useLanguage();
  const [saved, setSaved] = useState(draft);
  const [content, setContent] = useState<RuleContent>(draft.content);
  const newest = useRef(content);
  const isChanged = JSON.stringify(content) !== JSON.stringify(saved.content);
  const change = (next: RuleContent) => {
    newest.current = next;
    setContent(next);
  };
  const adopt = (next: RuleDraft) => {
    setSaved(next);
    change(next.content);
    client.setQueryData(draftKey(draft.rule), next);
  };
  const save = useAct({
    run: (expected: number) => registry.save(draft.rule, { expected, content: newest.current }),
    changes: [
      [...REGISTRY_KEY, "drafts"],
      [...REGISTRY_KEY, "revisions"],
    ],
    done: (next) => {
      // What was typed while it was being saved stays on the page.
      setSaved(next);
      client.setQueryData(draftKey(draft.rule), next);
    },
  });
  useBlocker({
    // Another language of the same page loses nothing.
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !confirm(say(words.leaveAsk)),
    enableBeforeUnload: isChanged,
  });
  return { saved, content, change, adopt, save, isChanged, latest: () => newest.current };
}

export type DraftEdit = ReturnType<typeof useDraftEdit>;
