/** @jsxImportSource react */
import type { Session } from "@suzheng/api-contract";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useLanguage } from "../../language/use-language.tsx";
import { allowedEntries } from "../allowed-places.ts";
import { Go } from "../go.tsx";
import { words } from "../words.ts";

const GROUPS = ["work", "institution", "me"] as const;

/** Only what the person's roles allow; a strip above the page on narrow screens. */
export function SideNavigation({ session }: { session: Session }) {
  const { say } = useLanguage();
  const entries = allowedEntries(session);
  const strip = useCurrentInSight();
  return (
    <nav ref={strip} className="side" aria-label={say(words.navigation)}>
      {GROUPS.map((group) => (
        <Group
          key={group}
          title={say(words[group])}
          entries={entries.filter(({ navigation }) => navigation.group === group)}
        />
      ))}
    </nav>
  );
}

/** On a narrow screen the strip is longer than the screen: the place one is at is scrolled to. */
function useCurrentInSight() {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!strip.current || !here || pathname === "") return;
    strip.current.scrollLeft = here.offsetLeft - (strip.current.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  return strip;
}

function Group(props: { title: string; entries: ReturnType<typeof allowedEntries> }) {
  const { say } = useLanguage();
  if (props.entries.length === 0) return null;
  return (
    <div className="side-group">
      <p className="side-title">{props.title}</p>
      <ul>
        {props.entries.map(({ path, navigation }) => (
          <li key={path}>
            <Go to={path}>{say(navigation.label)}</Go>
          </li>
        ))}
      </ul>
    </div>
  );
}
