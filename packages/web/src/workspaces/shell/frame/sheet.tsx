/** @jsxImportSource react */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "../words.ts";

type Sheet = { title: string; close: () => void; children: ReactNode };

/** The browser's own dialogue: keeps the focus inside and ends with Escape, never with Enter. */
export function Sheet({ title, close, children }: Sheet) {
  const { say } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={heading} onClose={close}>
      <div className="sheet-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="plain" onClick={() => dialog.current?.close()}>
          {say(words.close)}
        </button>
      </div>
      {children}
    </dialog>
  );
}
