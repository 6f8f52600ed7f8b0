/** @jsxImportSource react */
import type { LocalText } from "@suzheng/api-contract";
import type { ReactNode } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { LanguageSwitch } from "./frame/language-switch.tsx";
import { Page } from "./page.tsx";
import { words } from "./words.ts";

/** A page before sign-in: one column, the same landmarks. */
export function Alone(props: { title: LocalText; lead?: LocalText; children: ReactNode }) {
  const { say } = useLanguage();
  return (
    <>
      <header className="top">
        <a href="/" className="brand">
          {say(words.brand)}
        </a>
        <div className="top-me">
          <a href="/">{say(words.portal)}</a>
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" className="alone">
        <Page title={props.title} {...(props.lead && { lead: say(props.lead) })}>
          {props.children}
        </Page>
      </main>
    </>
  );
}
