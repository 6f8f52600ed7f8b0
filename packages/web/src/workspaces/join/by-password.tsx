/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { accounts } from "../api/accounts.ts";
import { useAct } from "../api/use-act.ts";
import { ForQuery } from "../shell/notices.tsx";
import type { ByMeans } from "./by-means.ts";
import { PasswordEnrolment } from "./password-enrolment.tsx";
import { words } from "./words.ts";

export function ByPassword({ code, names, welcome, isReady }: ByMeans & { isReady: boolean }) {
  const enrolment = useQuery({
    queryKey: ["invitation-totp", code],
    queryFn: () => accounts.invitationTotp(code),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const act = useAct({
    run: (chosen: { password: string; totp: string }) =>
      accounts.accept({ code, ...names, by: { means: "password", ...chosen } }),
    changes: [],
    done: welcome,
  });
  return (
    <ForQuery query={enrolment}>
      {(known) => (
        <PasswordEnrolment
          enrolment={known}
          submit={words.finish}
          isReady={isReady}
          isPending={act.isPending}
          error={act.error}
          chosen={act.mutate}
        />
      )}
    </ForQuery>
  );
}
