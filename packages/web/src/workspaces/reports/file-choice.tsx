/** @jsxImportSource react */
import { Button } from "antd";
import { useId, useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { grouped } from "./reports-api.ts";
import { words } from "./words.ts";

type FileChoice = { files: File[]; choose: (files: File[]) => void; tryOut: () => void };

const REPORT_NAME = /\.(?:csv|xlsx)$/i;

/** By dropping, or by the browser's own control, which keyboards and readers know. */
export function FileChoice({ files, choose, tryOut }: FileChoice) {
  const { say } = useLanguage();
  const hint = useId();
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const add = (list: FileList | null) => {
    const given = [...(list ?? [])];
    const added = given.filter(({ name }) => REPORT_NAME.test(name));
    setRefused(given.filter((file) => !added.includes(file)).map(({ name }) => name));
    const names = new Set(added.map(({ name }) => name));
    choose([...files.filter(({ name }) => !names.has(name)), ...added]);
  };
  return (
    <section aria-label={say(words.files)} className="stack">
      <fieldset
        className={isOver ? "drop drop-over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <legend className="unseen">{say(words.files)}</legend>
        <label htmlFor={`${hint}files`}>{say(words.choose)}</label>
        <input
          id={`${hint}files`}
          type="file"
          accept=".csv,.xlsx"
          multiple
          aria-describedby={hint}
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
        <p id={hint} className="small">
          {say(words.filesHint)}
        </p>
      </fieldset>
      <div role="alert">
        {refused.length > 0 && (
          <p className="notice">{say(words.notReports(refused.join(" · ")))}</p>
        )}
      </div>
      <ChosenFiles files={files} choose={choose} />
      <div className="acts">
        <Button type="primary" disabled={files.length === 0} onClick={tryOut}>
          {say(words.tryOut)}
        </Button>
      </div>
    </section>
  );
}

function ChosenFiles({ files, choose }: Omit<FileChoice, "tryOut">) {
  const { say } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="rows" aria-label={say(words.files)}>
      {files.map((file) => (
        <li key={file.name}>
          <span className="row-main run-chosen">
            {file.name}{" "}
            <span className="small">
              {grouped(file.size)} {say(words.bytes)}
            </span>
          </span>
          <Button
            aria-label={`${say(words.remove)} ${file.name}`}
            onClick={() => choose(files.filter((kept) => kept !== file))}
          >
            {say(words.remove)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
