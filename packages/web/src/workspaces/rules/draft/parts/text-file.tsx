/** @jsxImportSource react */
import { useId } from "react";

/** A text file from the device, read here; nothing is sent until the draft is saved. */
export function TextFile({ label, read }: { label: string; read: (text: string) => void }) {
  const field = useId();
  const take = async (file: File | undefined) => {
    if (file !== undefined) read(await file.text());
  };
  return (
    <div className="text-file">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        type="file"
        accept=".txt,.md,.yaml,.yml,text/plain,text/markdown"
        onChange={({ target }) => void take(target.files?.[0])}
      />
    </div>
  );
}
