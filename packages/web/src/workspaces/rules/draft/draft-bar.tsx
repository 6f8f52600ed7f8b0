/** @jsxImportSource react */
import type { SelfCheck } from "@suzheng/api-contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useMay } from "../../api/session.ts";
import { useAct } from "../../api/use-act.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { ErrorNotice } from "../../shell/notices.tsx";
import { SignSheet } from "../../signing/sign-sheet.tsx";
import { REGISTRY_KEY, registry } from "../registry-api.ts";
import { DraftConflict } from "./draft-conflict.tsx";
import { conflictOf, type DraftEdit } from "./use-draft-edit.ts";
import { words } from "./words.ts";

type DraftBar = {
  edit: DraftEdit;
  check: SelfCheck | null;
  checked: (check: SelfCheck) => void;
  mayDraft: boolean;
};

/** Save, check, file: always in reach while the draft scrolls. */
export function DraftBar({ edit, check, checked, mayDraft }: DraftBar) {
  const { say } = useLanguage();
  const may = useMay();
  const { saved, save, isChanged } = edit;
  const selfCheck = useAct({
    run: () => registry.selfCheck(saved.rule, saved.counter),
    changes: [[...REGISTRY_KEY, "drafts"]],
    done: checked,
  });
  const conflict = conflictOf(save.error);
  const isCheckable = may("rule.self-check") && !isChanged;
  const isPassed = check?.passed === true && check.counter === saved.counter;
  const isFileable = !isChanged && (isPassed || saved.state === "self-checked");
  return (
    <div className="draft-bar">
      <div className="acts">
        {mayDraft && <SaveButtons edit={edit} />}
        <Button
          disabled={!isCheckable}
          onClick={() => selfCheck.mutate()}
          loading={selfCheck.isPending}
        >
          {say(words.check)}
        </Button>
        {may("rule.file") && <FileButton edit={edit} isFileable={isFileable} />}
        <span className="small" role="status">
          {say(isChanged ? words.unsaved : words.allSaved)}
        </span>
      </div>
      {conflict === null ? (
        <ErrorNotice error={save.error} />
      ) : (
        <DraftConflict theirs={conflict} edit={edit} />
      )}
      <ErrorNotice error={selfCheck.error} />
    </div>
  );
}

function SaveButtons({ edit }: { edit: DraftEdit }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { save, saved, isChanged, adopt } = edit;
  const done = () => void message.success(say(words.saved));
  return (
    <>
      <Button
        type="primary"
        disabled={!isChanged}
        loading={save.isPending}
        onClick={() => save.mutate(saved.counter, { onSuccess: done })}
      >
        {say(words.save)}
      </Button>
      {isChanged && (
        <button type="button" className="plain" onClick={() => adopt(saved)}>
          {say(words.discard)}
        </button>
      )}
    </>
  );
}

function FileButton({ edit, isFileable }: { edit: DraftEdit; isFileable: boolean }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { rule, counter } = edit.saved;
  return (
    <>
      <Button
        type="primary"
        disabled={!isFileable}
        title={say(words.fileNote)}
        onClick={() => setOpen(true)}
      >
        {say(words.file)}
      </Button>
      {isOpen && (
        <SignSheet
          title={say(words.fileTitle)}
          act={{ act: "file", rule, draftCounter: counter }}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
