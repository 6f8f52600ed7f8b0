/** @jsxImportSource react */
import type { WhatIfProgress } from "@suzheng/api-contract";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "../words.ts";

const shown = (value: string | number | boolean | null) => (value === null ? "–" : String(value));

/** What a run tries, in one line. */
export function SubjectLine({ subject }: { subject: WhatIfProgress["subject"] }) {
  const { say } = useLanguage();
  const { kind, title, version, rule, parameters } = subject;
  const changes = parameters.map(
    ({ id, before, after }) => `${id} ${shown(before)} → ${shown(after)}`,
  );
  return (
    <>
      {say(title) || rule} {version}
      {say(kind === "parameters" ? words.changed(changes) : words.inBrackets(words.subjects[kind]))}
    </>
  );
}
