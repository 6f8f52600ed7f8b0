import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { inLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";

import { wishForSearch } from "./search-wish.ts";

const PLACE_OF_KEY: Record<string, string> = { h: "/", r: "/rules", b: "/bodies", v: "/verify" };
const CHORD_MS = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The page's own search field, or the home page's. */
function focusSearch(goHome: () => void): void {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  if (field) field.focus();
  else goHome();
}

type Chord = { at: number };

function useShortcuts(help: () => void): void {
  const { language } = useWords();
  const { route } = useLocation();
  useEffect(() => {
    const chord: Chord = { at: 0 };
    const go = (to: string) => route(inLanguage(to, language));
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const place = PLACE_OF_KEY[event.key];
      const inChord = event.timeStamp - chord.at < CHORD_MS && chord.at > 0;
      chord.at = event.key === "g" ? event.timeStamp : 0;
      if (inChord && place) go(place);
      else if (event.key === "/") {
        event.preventDefault();
        focusSearch(() => {
          wishForSearch();
          go("/");
        });
      } else if (event.key === "?") help();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [language, route, help]);
}

/** Listens for the shortcuts and shows their list on `?`. */
export function Keyboard() {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [help] = useState(() => () => dialog.current?.showModal());
  useShortcuts(help);
  const rows: [string[], string][] = [
    [["/"], t.shell.keySearch],
    [["g", "h"], t.shell.keyHome],
    [["g", "r"], t.shell.keyRules],
    [["g", "b"], t.shell.keyBodies],
    [["g", "v"], t.shell.keyVerify],
    [["?"], t.shell.keyHelp],
  ];
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="keys-title">
      <h2 id="keys-title">{t.shell.keys}</h2>
      <dl class="keys">
        {rows.map(([keys, meaning]) => (
          <div key={meaning + keys.join()}>
            <dt>
              {keys.map((key, place) => (
                <span key={key}>
                  {place > 0 && <span class="small"> {t.shell.keyThen} </span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          {t.shell.close}
        </button>
      </form>
    </dialog>
  );
}
