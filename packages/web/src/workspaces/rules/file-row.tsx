/** @jsxImportSource react */
import type { RuleFile } from "@suzheng/api-contract";
import type { ReactNode } from "react";
import { fileSize } from "../../portal/rules/file-size.ts";

type RowProps = { file: RuleFile; href: string; children?: ReactNode };

/** A file by the name people know, with the hash that says which one it is. */
export function FileRow({ file, href, children }: RowProps) {
  return (
    <li>
      <div className="row-main">
        <a href={href} download={file.name}>
          {file.name}
        </a>
        <span className="small">{fileSize(file.bytes)}</span>
        <code className="small">SHA-256 {file.sha256}</code>
      </div>
      {children}
    </li>
  );
}
