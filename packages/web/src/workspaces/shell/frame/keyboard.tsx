/** @jsxImportSource react */
import type { Session } from "@suzheng/api-contract";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../../language/use-language.tsx";
import { allowedEntries } from "../allowed-places.ts";
import { useGo } from "../go.tsx";
import { words } from "../words.ts";
import { Sheet } from "./sheet.tsx";

const CHORD_MS = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

type Shortcuts = { keys: ReadonlyMap<string, string>; go: (to: string) => void; help: () => void };

function useShortcuts(shortcuts: Shortcuts): void {
  const chordAt = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const isChord = chordAt.current > 0 && event.timeStamp - chordAt.current < CHORD_MS;
      chordAt.current = event.key === "g" ? event.timeStamp : 0;
      const to = shortcuts.keys.get(event.key);
      if (isChord && to !== undefined) shortcuts.go(to);
      else if (event.key === "/") focusSearch(event);
      else if (event.key === "?") shortcuts.help();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [shortcuts]);
}

/** Listens for the shortcuts and lists them on `?`. */
export function Keyboard({ session }: { session: Session }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const entries = allowedEntries(session);
  const keys = new Map(entries.map(({ path, navigation }) => [navigation.key, path]));
  useShortcuts({ keys, go: useGo(), help: () => setOpen(true) });
  if (!isOpen) return null;
  return (
    <Sheet title={say(words.keys)} close={() => setOpen(false)}>
      <p>{say(words.keysIntro)}</p>
      <dl className="keys">
        <Shortcut keys={["/"]} meaning={say(words.keySearch)} />
        {entries.map(({ navigation }) => (
          <Shortcut
            key={navigation.key}
            keys={["g", navigation.key]}
            meaning={say(navigation.label)}
          />
        ))}
        <Shortcut keys={["?"]} meaning={say(words.keyHelp)} />
      </dl>
    </Sheet>
  );
}

function Shortcut({ keys, meaning }: { keys: readonly string[]; meaning: string }) {
  const { say } = useLanguage();
  return (
    <div>
      <dt>
        {keys.map((key, place) => (
          <span key={key}>
            {place > 0 && <span className="small"> {say(words.keyThen)} </span>}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
