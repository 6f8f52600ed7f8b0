import type { PublishedVersion, RegisteredRule } from "@suzheng/api-contract";
import { useCallback } from "preact/hooks";
import { apiPaths } from "../../api/paths.ts";
import type { ProofReport } from "../../verify/check-proof.ts";
import { fetchProof, textOf } from "../../verify/obtain.ts";
import { ProofStates } from "../../verify/proof-states.tsx";
import { readBundle } from "../../verify/read-bundle.ts";
import { useProofCheck } from "../../verify/use-proof-check.ts";
import { type FiledText, sameRule } from "../same-rule.ts";
import { useRuleWords } from "../use-rule-words.ts";

type ProofProps = { rule: RegisteredRule; version: PublishedVersion };

/** The filed bytes, hashed by this device; null when they did not arrive. */
async function fetchFiled(path: string): Promise<FiledText | null> {
  const [found, { nobleSha256 }] = await Promise.all([textOf(path), import("@suzheng/verifier")]);
  if (found === null) return null;
  const digest = nobleSha256(new TextEncoder().encode(found.text));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { hash, bundle: JSON.parse(found.text) };
}

/** Checks on this device that acts and text of the page are what the body's log holds. */
export function RuleProof({ rule, version }: ProofProps) {
  const words = useRuleWords();
  const { state, check } = useProofCheck();
  const start = useCallback(() => {
    const name = { institution: rule.institution, id: rule.rule };
    let filed: FiledText | null = null;
    let bundle = "";
    const obtain = async () => {
      const [proof, text] = await Promise.all([
        fetchProof(apiPaths.ruleProof(name)),
        fetchFiled(apiPaths.filedBundle(name, version.version)),
      ]);
      filed = text;
      bundle = proof?.bundle ?? "";
      return text === null ? null : proof;
    };
    const judge = (report: ProofReport): ProofReport => {
      if (report.outcome !== "valid" || filed === null) return report;
      const shown = { ...version, history: rule.history };
      const same = sameRule(shown, readBundle(bundle).streams, filed);
      return same === "same" ? report : { ...report, outcome: "invalid", mismatch: same };
    };
    void check(obtain, judge);
  }, [rule, version]);
  return (
    <ProofStates
      state={state}
      onStart={start}
      words={words.proofWords}
      idle={words.proofWords.idleDetail}
    />
  );
}
