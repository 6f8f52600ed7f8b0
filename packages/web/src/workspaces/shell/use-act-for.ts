import { useMutation, useQueryClient } from "@tanstack/react-query";
import { accounts } from "../api/accounts.ts";
import { SESSION_KEY } from "../api/session.ts";

/** Changes the institution acted for; what was fetched for the former one is forgotten. */
export function useActFor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (institution: string) => accounts.actFor({ institution }),
    onSuccess: (session) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
      client.setQueryData(SESSION_KEY, session);
    },
  });
}
