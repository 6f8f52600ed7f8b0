import type { Session } from "@suzheng/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { SESSION_KEY } from "../api/session.ts";
import { useGo } from "../shell/go.tsx";

/** Remembers the new session and goes where the person wanted to go. */
export function useSignedIn(): (session: Session) => void {
  const client = useQueryClient();
  const router = useRouter();
  const go = useGo();
  return (session) => {
    client.clear();
    client.setQueryData(SESSION_KEY, session);
    const after = new URLSearchParams(location.search).get("after");
    // Only a place of the workspace: an address of another site never follows a sign-in.
    if (after !== null && /^\/(?![/\\])/.test(after)) router.history.push(`/workspace${after}`);
    else go("/");
  };
}
