import { useRef, useState } from "preact/hooks";
import { Icon } from "../shell/icon.tsx";

type DropZoneProps = {
  id: string;
  title: string;
  choose: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
};

/** Files by dropping or choosing; the native control does the work for keyboard and reader. */
export function DropZone(props: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    setOver(false);
    if (files && files.length > 0) props.onFiles([...files]);
  };
  return (
    <fieldset
      class={over ? "drop drop-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <legend class="unseen">{props.title}</legend>
      <Icon name="file" size={32} />
      <p class="drop-title" aria-hidden="true">
        {props.title}
      </p>
      <label class="button" for={props.id}>
        {props.choose}
      </label>
      <input
        ref={input}
        id={props.id}
        type="file"
        class="unseen"
        accept={props.accept}
        multiple={props.multiple ?? false}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <p class="small">{props.hint}</p>
    </fieldset>
  );
}
