/** @jsxImportSource react */
import type { SelfCheckFinding } from "@suzheng/api-contract";
import { useRef } from "react";
import { useLanguage } from "../../../language/use-language.tsx";
import { FieldFindings, findingsId, useFindingsUnder } from "../findings.tsx";
import { words } from "../words.ts";
import { TextFile } from "./text-file.tsx";

type PackText = {
  /** As findings name it. */
  file: string;
  path: string;
  label: string;
  value: string;
  change: (text: string) => void;
};

const LINE_PIXELS = 22;

/** Text with line numbers; the lines that the self-check names are marked and led to. */
export function PackText({ file, path, label, value, change }: PackText) {
  const { say } = useLanguage();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const placed = useFindingsUnder("pack").filter(({ place }) => place?.file.endsWith(file));
  const marked = new Set(placed.map(({ place }) => place?.line));
  const lines = value.split("\n").map((_text, at) => at + 1);
  const goTo = (line: number) => {
    const start =
      value
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start);
    if (area.current) area.current.scrollTop = (line - 3) * LINE_PIXELS;
  };
  return (
    <div className="field field-wide">
      <label htmlFor={path}>{label}</label>
      <div className="pack-text">
        <pre ref={gutter} aria-hidden="true">
          {lines.map((line) => (
            <span key={line} data-marked={marked.has(line)}>{`${line}\n`}</span>
          ))}
        </pre>
        <textarea
          id={path}
          ref={area}
          value={value}
          wrap="off"
          spellCheck={false}
          aria-invalid={placed.some(({ severity }) => severity === "error")}
          aria-describedby={findingsId(`${path}.lines`)}
          onChange={({ target }) => change(target.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
        />
      </div>
      <FieldFindings path={path} />
      <PlacedFindings id={findingsId(`${path}.lines`)} findings={placed} goTo={goTo} />
      <TextFile label={say(words.upload)} read={change} />
    </div>
  );
}

type Placed = { id: string; findings: readonly SelfCheckFinding[]; goTo: (line: number) => void };

function PlacedFindings({ id, findings, goTo }: Placed) {
  const { say } = useLanguage();
  return (
    <ul className="findings" id={id}>
      {findings.map((finding) => (
        <li key={`${finding.place?.line} ${finding.message.zh}`} data-severity={finding.severity}>
          <button type="button" className="plain" onClick={() => goTo(finding.place?.line ?? 1)}>
            {say(words.line(finding.place?.line ?? 1))}
          </button>{" "}
          {say(finding.message)} {say(finding.wayOut)} <span className="small">{finding.code}</span>
        </li>
      ))}
    </ul>
  );
}
