/** @jsxImportSource react */
import type { SelfCheckFinding } from "@suzheng/api-contract";
import { createContext, useContext } from "react";
import { useLanguage } from "../../language/use-language.tsx";

const Findings = createContext<readonly SelfCheckFinding[]>([]);
export const FindingsProvider = Findings.Provider;

/** Of one field, by its path in the content. */
export function useFindings(path: string): readonly SelfCheckFinding[] {
  return useContext(Findings).filter(({ field }) => field === path);
}

/** Of a field and everything inside it. */
export function useFindingsUnder(path: string): readonly SelfCheckFinding[] {
  const all = useContext(Findings);
  return all.filter(({ field }) => field === path || field.startsWith(`${path}.`));
}

export const findingsId = (path: string): string => `findings-${path}`;

/** What the self-check says of a field, right below it; what has a line stands by its text. */
export function FieldFindings({ path }: { path: string }) {
  const findings = useFindings(path).filter(({ place }) => place === null);
  if (findings.length === 0) return null;
  return (
    <ul className="findings" id={findingsId(path)}>
      {findings.map((finding) => (
        <FindingItem key={`${finding.code} ${finding.message.zh}`} finding={finding} />
      ))}
    </ul>
  );
}

export function FindingItem({ finding }: { finding: SelfCheckFinding }) {
  const { say } = useLanguage();
  return (
    <li data-severity={finding.severity}>
      {finding.severity === "error" ? "✕ " : "! "}
      {say(finding.message)} {say(finding.wayOut)} <span className="small">{finding.code}</span>
    </li>
  );
}
