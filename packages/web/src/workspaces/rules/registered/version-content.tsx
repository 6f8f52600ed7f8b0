/** @jsxImportSource react */

import type { RegisteredVersion } from "@suzheng/api-contract";
import type { ReactNode } from "react";
import { beijingMinute } from "../../../portal/dates/dates.ts";
import { Local, Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { filedFile, type VersionName } from "../registry-api.ts";
import { categoryNames, fieldNames, words } from "../words.ts";
import { BundlePart } from "./bundle-part.tsx";
import { FilesPart } from "./files-part.tsx";
import { InForce } from "./in-force.tsx";

export function VersionContent(props: { version: RegisteredVersion; name: VersionName }) {
  const { say } = useLanguage();
  const { version } = props;
  return (
    <>
      <Information version={version} />
      <section aria-labelledby="clauses">
        <h2 id="clauses">{say(words.clauses)}</h2>
        <ol className="clauses">
          {version.clauses.map(({ number, title, text }) => (
            <li key={number}>
              <h3>
                <Recorded text={number} /> <Local text={title} />
              </h3>
              <p className="text">
                <Local text={text} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      <FilesPart files={version.files} addressOf={(sha256) => filedFile(props.name, sha256)} />
      <BundlePart name={props.name} />
    </>
  );
}

function Information({ version }: { version: RegisteredVersion }) {
  const { say, list } = useLanguage();
  const rows: [string, ReactNode][] = [
    [say(fieldNames.number), version.number],
    [say(fieldNames.category), say(categoryNames[version.category])],
    [say(fieldNames.field), version.field],
    [say(fieldNames.itemCodes), list(version.itemCodes.map((code) => ({ zh: code, en: code })))],
    [say(fieldNames.issuer), version.issuer],
    [say(fieldNames.issuedOn), version.issuedOn],
    [say(words.inForce), <InForce key="in-force" version={version} />],
    [say(fieldNames.mark), version.mark || say(words.noMark)],
    [say(words.commitment), version.commitment],
    [say(words.filedAt), beijingMinute(version.filedAt)],
    [say(words.contentHash), <code key="hash">{version.contentHash}</code>],
  ];
  return (
    <section aria-labelledby="information">
      <h2 id="information">{say(words.information)}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{typeof value === "string" ? <Recorded text={value} /> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
