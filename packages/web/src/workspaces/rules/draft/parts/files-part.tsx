/** @jsxImportSource react */
import { RULE_FILE_BYTES_MAX, type RuleContent, type RuleFile } from "@suzheng/api-contract";
import { Button } from "antd";
import { useId, useState } from "react";
import { useAct } from "../../../api/use-act.ts";
import { useLanguage } from "../../../language/use-language.tsx";
import { ErrorNotice } from "../../../shell/notices.tsx";
import { FileRow } from "../../file-row.tsx";
import { keptFile, registry } from "../../registry-api.ts";
import { words as ruleWords } from "../../words.ts";
import { FieldFindings } from "../findings.tsx";
import type { Part } from "../part.ts";
import { placed } from "../placed.ts";
import { words } from "../words.ts";

type FilesProps = Part & { latest: () => RuleContent };

/** Files filed with the rule, such as its full text as PDF. They are kept as soon as chosen. */
export function FilesPart({ content, change, latest }: FilesProps) {
  const { say } = useLanguage();
  const { files = [] } = content;
  const put = (next: RuleFile[]) => change({ ...latest(), files: next });
  const add = (file: RuleFile) => {
    const others = (latest().files ?? []).filter(({ sha256 }) => sha256 !== file.sha256);
    put([...others, file]);
  };
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say(ruleWords.files)}</h2>
      <p className="note">{say(words.filesHint)}</p>
      <FieldFindings path="files" />
      {files.length > 0 && (
        <ul className="rows">
          {placed(files).map(({ item: file, at }) => (
            <FileRow key={file.sha256} file={file} href={keptFile(file.sha256)}>
              <FieldFindings path={`files.${at}`} />
              <Button
                aria-label={`${say(words.removeFile)}: ${file.name}`}
                onClick={() => put(files.toSpliced(at, 1))}
              >
                {say(words.removeFile)}
              </Button>
            </FileRow>
          ))}
        </ul>
      )}
      <FileChoice add={add} />
    </section>
  );
}

function FileChoice({ add }: { add: (file: RuleFile) => void }) {
  const { say } = useLanguage();
  const field = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const keep = useAct({ run: registry.keepFile, changes: [], done: add });
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > RULE_FILE_BYTES_MAX);
    if (file.size <= RULE_FILE_BYTES_MAX) keep.mutate(file);
  };
  return (
    <div className="text-file">
      <label htmlFor={field}>{say(words.addFile)}</label>
      <input
        id={field}
        type="file"
        accept=".pdf,.txt,application/pdf,text/plain"
        disabled={keep.isPending}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          target.value = "";
        }}
      />
      <p role="status">{keep.isPending && say(words.sendingFile)}</p>
      {isTooLarge && <p role="alert">✕ {say(words.fileTooLarge)}</p>}
      {!isTooLarge && <ErrorNotice error={keep.error} />}
    </div>
  );
}
