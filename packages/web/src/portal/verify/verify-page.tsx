import { useEffect, useState } from "preact/hooks";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { DropZone } from "./drop-zone.tsx";
import { fetchTrust, type TrustList } from "./obtain.ts";
import { ProofHistory } from "./proof-history.tsx";
import { ProofVerdict } from "./proof-verdict.tsx";
import { ProvenVerdict } from "./proven-verdict.tsx";
import { kindOf, readBundle } from "./read-bundle.ts";
import { StepList } from "./step-list.tsx";
import { TrustPanel } from "./trust-panel.tsx";
import { useProofCheck } from "./use-proof-check.ts";

type Proof = { name: string; text: string };
type Refused = { name: string; kind: "cut" | "not-json" };

export function VerifyPage() {
  const { t } = useWords();
  const [trust, setTrust] = useState<TrustList | null>(null);
  const [proof, setProof] = useState<Proof | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { state, check, reset } = useProofCheck();
  usePageTitle(t.verify.title);
  const useSite = () => {
    fetchTrust().then(setTrust);
  };
  useEffect(useSite, []);
  useEffect(() => {
    if (proof) check(async () => (trust ? { bundle: proof.text, trust: trust.text } : null));
  }, [proof, trust]);
  const take = async (files: File[]) => {
    setRefused(null);
    for (const file of files) {
      const text = await file.text();
      const kind = kindOf(text);
      if (kind === "trust") setTrust({ text, source: { from: "file", name: file.name } });
      else if (kind === "not-json" || kind === "cut") setRefused({ name: file.name, kind });
      else setProof({ name: file.name, text });
    }
  };
  const another = () => {
    setProof(null);
    reset();
  };
  return (
    <div class="narrow page">
      <h1>{t.verify.title}</h1>
      <p class="lead">{t.verify.lead}</p>
      {proof === null && (
        <DropZone
          id="proof-file"
          title={t.verify.drop}
          choose={t.verify.choose}
          hint={t.verify.fileHint}
          accept=".json,application/json"
          multiple={true}
          onFiles={take}
        />
      )}
      <div role="alert">
        {refused && (
          <p class="refused">
            <Icon name="alert" size={16} /> {refused.name}:{" "}
            {refused.kind === "cut" ? t.verify.cut : t.verify.notJson}
          </p>
        )}
      </div>
      {proof && (
        <p class="chosen">
          <Icon name="file" /> {proof.name}{" "}
          <button type="button" class="linklike" onClick={another}>
            {t.verify.another}
          </button>
        </p>
      )}
      <div aria-live="assertive">
        {state.phase === "done" && (
          <>
            <ProvenVerdict report={state.report} />
            <ProofVerdict report={state.report} words={{ verified: t.verify.holds }} />
          </>
        )}
      </div>
      {state.phase !== "idle" && (
        <StepList
          steps={state.phase === "running" ? state.steps : state.report.steps}
          done={state.phase === "done"}
        />
      )}
      {state.phase === "done" && proof && state.report.outcome !== "malformed" && (
        <ProofHistory history={readBundle(proof.text)} report={state.report} />
      )}
      <TrustPanel trust={trust} onSite={useSite} />
    </div>
  );
}
