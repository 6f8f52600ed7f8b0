/** @jsxImportSource react */

import { pagePaths } from "../../portal/api/paths.ts";
import { ClauseName } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

type Clause = { rule: string; clause: string; version: string | null };

/** The clause that sets a deadline, on the rule's public page. */
export function ClauseLink({ rule, clause, version }: Clause) {
  const { language } = useLanguage();
  const path =
    version === null
      ? pagePaths.rule({ institution: null, id: rule })
      : pagePaths.ruleVersion(rule, version, clause);
  const [page, anchor] = path.split("#");
  const address = `${page}${language === "en" ? "?lang=en" : ""}${anchor ? `#${anchor}` : ""}`;
  return (
    <a href={address}>
      <ClauseName number={clause} word={words.clause} />
    </a>
  );
}
