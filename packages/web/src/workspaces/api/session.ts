import type { Action, Session } from "@suzheng/api-contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { accounts } from "./accounts.ts";
import { codeOf } from "./ask.ts";

export const SESSION_KEY = ["session"];

/** Null: nobody is signed in. */
async function currentSession(): Promise<Session | null> {
  try {
    return await accounts.session();
  } catch (error) {
    if (codeOf(error) === "session-missing") return null;
    throw error;
  }
}

export function useSession(): UseQueryResult<Session | null> {
  return useQuery({ queryKey: SESSION_KEY, queryFn: currentSession, staleTime: 30_000 });
}

/** May the signed-in person do this for the institution that they act for? */
export function useMay(): (action: Action) => boolean {
  const { data } = useSession();
  return (action) => data?.actions.includes(action) ?? false;
}
