/** @jsxImportSource react */

import type { LocalText } from "@suzheng/api-contract";
import { type ReactNode, useEffect } from "react";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

type Page = {
  title: LocalText | string;
  lead?: string;
  /** Buttons beside the title. */
  acts?: ReactNode;
  children: ReactNode;
};

/** The window's title, which is also what a screen reader says of a page first. */
export function usePageTitle(heading: string): void {
  const { say } = useLanguage();
  useEffect(() => {
    document.title = `${heading} · ${say(words.brand)}`;
  }, [heading, say]);
}

/** A page's one heading and the window's title. */
export function Page({ title, lead, acts, children }: Page) {
  const { say } = useLanguage();
  const heading = typeof title === "string" ? title : say(title);
  usePageTitle(heading);
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          <Recorded text={heading} />
        </h1>
        {acts && <div className="acts">{acts}</div>}
      </div>
      {lead && (
        <p className="lead">
          <Recorded text={lead} />
        </p>
      )}
      {children}
    </div>
  );
}
