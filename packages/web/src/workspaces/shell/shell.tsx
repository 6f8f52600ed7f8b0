/** @jsxImportSource react */
import type { Session } from "@suzheng/api-contract";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useSession } from "../api/session.ts";
import { AccountNotices } from "../care/account-notices.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { isAllowed, placeOf } from "./allowed-places.ts";
import { ChooseInstitution } from "./choose-institution.tsx";
import { Footer } from "./frame/footer.tsx";
import { Header } from "./frame/header.tsx";
import { Keyboard } from "./frame/keyboard.tsx";
import { SideNavigation } from "./frame/side-navigation.tsx";
import { Go, useGo } from "./go.tsx";
import { ForQuery } from "./notices.tsx";
import { Page } from "./page.tsx";
import { words } from "./words.ts";

/** Landmarks, navigation and who is signed in, around every page behind sign-in. */
export function Shell() {
  const session = useSession();
  if (session.data !== undefined) return <Signed session={session.data} />;
  return (
    <main className="alone" id="main">
      <ForQuery query={session}>{() => null}</ForQuery>
    </main>
  );
}

function Signed({ session }: { session: Session | null }) {
  const { say } = useLanguage();
  const { pathname } = useLocation();
  if (session === null) return <ToSignIn />;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say(words.skip)}
      </a>
      <Header session={session} />
      <SideNavigation session={session} />
      <MainPart session={session} path={pathname} />
      <Footer />
      <Keyboard session={session} />
    </div>
  );
}

/** Nobody is signed in: first that, then back to what was asked for. */
function ToSignIn() {
  const { pathname, searchStr } = useLocation();
  const go = useGo();
  const [begin] = useState(() => () => {
    go("/sign-in", pathname === "/" ? {} : { after: `${pathname}${searchStr}` });
  });
  useEffect(begin, [begin]);
  return null;
}

function MainPart({ session, path }: { session: Session; path: string }) {
  const main = useRef<HTMLElement>(null);
  const opened = useRef(path);
  useEffect(() => {
    // After a change of page a screen reader goes on from the new page's start.
    if (opened.current !== path) main.current?.focus({ preventScroll: true });
    opened.current = path;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <AccountNotices session={session} />
      <Inside session={session} path={path} />
    </main>
  );
}

function Inside({ session, path }: { session: Session; path: string }) {
  const place = placeOf(path);
  const isPersonal = place?.navigation?.group === "me";
  if (session.actingFor === null && !isPersonal) return <ChooseInstitution session={session} />;
  if (place !== undefined && !isAllowed(place, session.actions)) return <NotAllowed />;
  return <Outlet key={session.actingFor?.institution ?? ""} />;
}

function NotAllowed() {
  const { say } = useLanguage();
  return (
    <Page title={words.notAllowedTitle} lead={say(words.notAllowedWay)}>
      <p>
        <Go to="/">{say(words.home)}</Go>
      </p>
    </Page>
  );
}
