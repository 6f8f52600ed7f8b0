/** @jsxImportSource react */

import type { Session } from "@suzheng/api-contract";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Button } from "antd";
import { accounts } from "../../api/accounts.ts";
import { useAct } from "../../api/use-act.ts";
import { Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { Go, useGo } from "../go.tsx";
import { words } from "../words.ts";
import { InstitutionChoice } from "./institution-choice.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

export function Header({ session }: { session: Session }) {
  const { say } = useLanguage();
  const client = useQueryClient();
  const go = useGo();
  const { pathname } = useLocation();
  const signOut = useAct({
    run: accounts.signOut,
    changes: [],
    done: () => {
      go("/sign-in");
      client.clear();
    },
  });
  return (
    <header className="top" data-path={pathname}>
      <Go to="/" className="brand">
        {say(words.brand)}
      </Go>
      <InstitutionChoice session={session} />
      <div className="top-me">
        <span className="top-name">
          <Recorded text={session.account.name} />
        </span>
        <LanguageSwitch />
        <Button type="link" onClick={() => signOut.mutate()} loading={signOut.isPending}>
          {say(words.signOut)}
        </Button>
      </div>
    </header>
  );
}
