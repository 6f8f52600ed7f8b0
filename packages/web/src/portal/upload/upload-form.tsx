import { useRef, useState } from "preact/hooks";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import { DropZone } from "../verify/drop-zone.tsx";
import { TokenField } from "./token-field.tsx";

export type UploadOrder = { files: File[]; dryRun: boolean; allOrNothing: boolean };

type UploadFormProps = {
  token: string;
  onToken: (token: string) => void;
  files: File[];
  onFiles: (files: File[]) => void;
  onSend: (order: UploadOrder) => void;
};

function FileList(props: { files: File[]; onFiles: (files: File[]) => void }) {
  const { t } = useWords();
  return (
    <ul class="rows">
      {props.files.map((file) => (
        <li key={file.name} class="file-row">
          <span>{file.name}</span>
          <span class="small">{t.upload.bytes(file.size.toLocaleString("en"))}</span>
          <button
            type="button"
            class="clear"
            aria-label={t.upload.remove(file.name)}
            onClick={() => props.onFiles(props.files.filter((kept) => kept !== file))}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Recording is for good, so it shows once what will be written before it starts. */
function ConfirmSheet(props: {
  files: File[];
  onConfirm: () => void;
  sheet: { current: HTMLDialogElement | null };
}) {
  const { t } = useWords();
  const bytes = props.files.reduce((sum, file) => sum + file.size, 0);
  return (
    <dialog ref={props.sheet} class="sheet" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t.upload.confirmTitle}</h2>
      <p>{t.upload.confirmText(props.files.length, t.upload.bytes(bytes.toLocaleString("en")))}</p>
      <form method="dialog" class="actions">
        <button type="submit" class="button button-quiet">
          {t.upload.cancel}
        </button>
        <button type="submit" class="button" onClick={props.onConfirm}>
          {t.upload.confirmAction}
        </button>
      </form>
    </dialog>
  );
}

export function UploadForm(props: UploadFormProps) {
  const { t } = useWords();
  const { files } = props;
  const [dryRun, setDryRun] = useState(true);
  const [allOrNothing, setAllOrNothing] = useState(false);
  const sheet = useRef<HTMLDialogElement>(null);
  const send = () => props.onSend({ files, dryRun, allOrNothing });
  const add = (added: File[]) => {
    const names = new Set(added.map((file) => file.name));
    props.onFiles([...files.filter((file) => !names.has(file.name)), ...added]);
  };
  return (
    <form
      class="upload"
      onSubmit={(event) => {
        event.preventDefault();
        if (dryRun) send();
        else sheet.current?.showModal();
      }}
    >
      <TokenField token={props.token} onToken={props.onToken} />
      <h2>{t.upload.files}</h2>
      <DropZone
        id="report-files"
        title={t.upload.drop}
        choose={t.upload.choose}
        hint={t.upload.filesHint}
        accept=".csv,.xlsx"
        multiple={true}
        onFiles={add}
      />
      {files.length > 0 && <FileList files={files} onFiles={props.onFiles} />}
      <fieldset class="choices">
        <legend>{t.upload.mode}</legend>
        <Choice
          checked={dryRun}
          label={t.upload.dryRun}
          hint={t.upload.dryRunHint}
          onChoose={() => setDryRun(true)}
        />
        <Choice
          checked={!dryRun}
          label={t.upload.record}
          hint={t.upload.recordHint}
          onChoose={() => setDryRun(false)}
        />
        <label class="choice">
          <input
            type="checkbox"
            checked={allOrNothing}
            onChange={(event) => setAllOrNothing(event.currentTarget.checked)}
          />
          <span>{t.upload.allOrNothing}</span>
        </label>
      </fieldset>
      <button type="submit" class="button" disabled={files.length === 0 || props.token === ""}>
        {dryRun ? t.upload.startDryRun : t.upload.startRecord}
      </button>
      <ConfirmSheet files={files} onConfirm={send} sheet={sheet} />
    </form>
  );
}

function Choice(props: { checked: boolean; label: string; hint: string; onChoose: () => void }) {
  return (
    <label class="choice">
      <input type="radio" name="mode" checked={props.checked} onChange={props.onChoose} />
      <span>
        {props.label}
        <span class="small"> {props.hint}</span>
      </span>
    </label>
  );
}
