/** @jsxImportSource react */
import { useId } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { draftPath } from "../rules/version-path.ts";
import { Go } from "../shell/go.tsx";
import { Empty } from "../shell/notices.tsx";
import { basesOf, type Part } from "./typed-try.ts";
import { words } from "./words.ts";

/** A draft as it stands, or a version that was filed, and in whose place it is tried. */
export function DraftPart(part: Part) {
  const { say } = useLanguage();
  const { choices, typed } = part;
  if (typed.kind === "draft" && choices.drafts.length === 0) {
    return (
      <Empty title={say(words.noDrafts)} way={say(words.noDraftsWay)}>
        <Go to="/rules">{say(words.toRules)}</Go>
      </Empty>
    );
  }
  return (
    <>
      {typed.kind === "draft" ? <DraftChoice {...part} /> : <FiledChoice {...part} />}
      <BaseChoice {...part} />
    </>
  );
}

function DraftChoice({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const id = useId();
  const draft = choices.drafts[typed.draft];
  return (
    <div className="field">
      <label htmlFor={id}>{say(words.draft)}</label>
      <select
        id={id}
        className="select"
        value={typed.draft}
        onChange={({ target }) => change({ draft: Number(target.value) })}
      >
        {choices.drafts.map(({ rule, title, version, isExecutable }, place) => (
          <option key={rule} value={place}>
            {say(title) || rule} {version}
            {!isExecutable && ` · ${say(words.notExecutable)}`}
          </option>
        ))}
      </select>
      {draft && (
        <span className="small">
          {draft.isExecutable ? say(words.draftAsSaved(draft.counter)) : say(words.noPackWay)}{" "}
          <Go to={draftPath(draft.rule)}>{say(words.openDraft)}</Go>
        </span>
      )}
    </div>
  );
}

function FiledChoice({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say(words.filed)}</label>
      <select
        id={id}
        className="select"
        value={typed.filed}
        onChange={({ target }) => change({ filed: Number(target.value) })}
      >
        {choices.filed.map(({ institution, institutionName, rule, title, version }, place) => (
          <option key={`${institution} ${rule} ${version}`} value={place}>
            {say(title) || rule} {version} · {institutionName}
          </option>
        ))}
      </select>
    </div>
  );
}

function BaseChoice({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say(words.base)}</label>
      <select
        id={id}
        className="select"
        value={typed.base}
        onChange={({ target }) => change({ base: Number(target.value) })}
      >
        {basesOf(choices).map(({ base, title, version }, place) => (
          <option key={JSON.stringify(base)} value={place}>
            {title === null ? say(words.baseNone) : `${say(title)} ${version}`}
          </option>
        ))}
      </select>
      <span className="small">{say(typed.base === 0 ? words.baseNoneMeans : words.baseMeans)}</span>
    </div>
  );
}
