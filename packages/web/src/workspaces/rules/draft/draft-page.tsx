/** @jsxImportSource react */
import type { RuleDraft, SelfCheck } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../api/session.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import { Page } from "../../shell/page.tsx";
import { draftKey, registry } from "../registry-api.ts";
import { StateChip } from "../state-chip.tsx";
import { words as ruleWords } from "../words.ts";
import { CheckSummary } from "./check-summary.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { FindingsProvider } from "./findings.tsx";
import { BasisPart } from "./parts/basis-part.tsx";
import { ClausesPart } from "./parts/clauses-part.tsx";
import { CommitmentPart } from "./parts/commitment-part.tsx";
import { FilesPart } from "./parts/files-part.tsx";
import { InformationPart } from "./parts/information-part.tsx";
import { PackPart } from "./parts/pack-part.tsx";
import { RevisionsPart } from "./parts/revisions-part.tsx";
import { useDraftEdit } from "./use-draft-edit.ts";
import { words } from "./words.ts";

export function DraftPage() {
  const { rule = "" } = useParams({ strict: false }) as { rule?: string };
  const query = useQuery({
    queryKey: draftKey(rule),
    queryFn: () => registry.draft(rule),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
    gcTime: 0,
  });
  // A draft fetched anew is edited anew: its first answer is what the form starts from.
  return <ForQuery query={query}>{(draft) => <Editor key={rule} draft={draft} />}</ForQuery>;
}

const checkedState = ({ passed }: SelfCheck) => (passed ? "self-checked" : "draft");

function Editor({ draft }: { draft: RuleDraft }) {
  const { say } = useLanguage();
  const mayDraft = useMay()("rule.draft");
  const edit = useDraftEdit(draft);
  const [check, setCheck] = useState<SelfCheck | null>(null);
  const { content, change, saved } = edit;
  return (
    <Page
      title={say(content.title) || say(ruleWords.unnamed)}
      lead={draft.rule}
      acts={
        <StateChip state={check?.counter === saved.counter ? checkedState(check) : saved.state} />
      }
    >
      <p>
        <Go to="/rules">{say(words.back)}</Go>
      </p>
      <DraftBar edit={edit} checked={setCheck} check={check} mayDraft={mayDraft} />
      {check !== null && (
        <CheckSummary
          check={check}
          isOutdated={edit.isChanged || check.counter !== saved.counter}
        />
      )}
      {!mayDraft && <p className="note">{say(words.readOnly)}</p>}
      <FindingsProvider value={check?.findings ?? []}>
        <fieldset className="draft" disabled={!mayDraft}>
          <InformationPart content={content} change={change} />
          <ClausesPart content={content} change={change} latest={edit.latest} />
          <BasisPart content={content} change={change} />
          <CommitmentPart content={content} change={change} />
          <FilesPart content={content} change={change} latest={edit.latest} />
          <PackPart content={content} change={change} />
        </fieldset>
      </FindingsProvider>
      <RevisionsPart edit={edit} mayDraft={mayDraft} />
    </Page>
  );
}
