/** @jsxImportSource react */
import type { RuleFile } from "@suzheng/api-contract";
import { useLanguage } from "../../language/use-language.tsx";
import { FileRow } from "../file-row.tsx";
import { words } from "../words.ts";

type FilesProps = { files: readonly RuleFile[]; addressOf: (sha256: string) => string };

/** Files that were filed with the version. */
export function FilesPart({ files, addressOf }: FilesProps) {
  const { say } = useLanguage();
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say(words.files)}</h2>
      <ul className="rows">
        {files.map((file) => (
          <FileRow key={file.sha256 + file.name} file={file} href={addressOf(file.sha256)} />
        ))}
      </ul>
    </section>
  );
}
