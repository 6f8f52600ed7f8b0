/** @jsxImportSource react */

import type { WhatIfProgress } from "@suzheng/api-contract";
import { pagePaths } from "../../../portal/api/paths.ts";
import { ClauseName } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { draftPath, versionPath } from "../../rules/version-path.ts";
import { Go } from "../../shell/go.tsx";
import { words } from "../words.ts";
import { SubjectLine } from "./subject-line.tsx";

type Subject = WhatIfProgress["subject"];
type Base = WhatIfProgress["base"];

/** What was tried, with the way to its text. */
export function SubjectLink({ subject }: { subject: Subject }) {
  const { say } = useLanguage();
  const line = <SubjectLine subject={subject} />;
  const { kind, institution, rule, version, counter } = subject;
  if (kind === "parameters") return <a href={pagePaths.ruleVersion(rule, version)}>{line}</a>;
  if (kind === "texts") return line;
  if (kind === "filed") {
    return <Go to={versionPath({ institution: institution ?? "", rule, version })}>{line}</Go>;
  }
  return (
    <>
      <Go to={draftPath(rule)}>{line}</Go>
      {counter !== null && <span className="small"> {say(words.draftAsSaved(counter))}</span>}
    </>
  );
}

export function BaseLink({ base }: { base: Base }) {
  const { say } = useLanguage();
  const { kind, institution, rule, version } = base;
  if (kind === "none") return say(words.baseNone);
  const name = `${rule} ${version}`;
  if (kind === "pack") return <a href={pagePaths.ruleVersion(rule, version)}>{name}</a>;
  return <Go to={versionPath({ institution: institution ?? "", rule, version })}>{name}</Go>;
}

type ClauseLink = { subject: Subject; clause: string };

/** A clause, at the text that was tried. */
export function ClauseLink({ subject, clause }: ClauseLink) {
  const { kind, institution, rule, version } = subject;
  const name = <ClauseName number={clause} word={words.clause} />;
  if (kind === "parameters") {
    return <a href={pagePaths.ruleVersion(rule, version, clause)}>{name}</a>;
  }
  if (kind === "draft") return <Go to={draftPath(rule)}>{name}</Go>;
  if (kind === "texts" || institution === null) return name;
  return <Go to={versionPath({ institution, rule, version })}>{name}</Go>;
}
