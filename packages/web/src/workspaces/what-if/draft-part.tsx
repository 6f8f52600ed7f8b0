/** @jsxImportSource react */
import { useLanguage } from "../language/use-language.tsx";
import { draftPath } from "../rules/version-path.ts";
import { Go } from "../shell/go.tsx";
import { Empty } from "../shell/notices.tsx";
import { ChoiceField } from "./choice-field.tsx";
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
  const draft = choices.drafts[typed.draft];
  const options = choices.drafts.map(({ rule, title, version, isExecutable }) => ({
    key: rule,
    text: `${say(title) || rule} ${version}${isExecutable ? "" : ` · ${say(words.notExecutable)}`}`,
  }));
  return (
    <ChoiceField
      label={say(words.draft)}
      value={typed.draft}
      options={options}
      choose={(place) => change({ draft: place })}
    >
      {draft && (
        <span className="small">
          {draft.isExecutable ? say(words.draftAsSaved(draft.counter)) : say(words.noPackWay)}{" "}
          <Go to={draftPath(draft.rule)}>{say(words.openDraft)}</Go>
        </span>
      )}
    </ChoiceField>
  );
}

function FiledChoice({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const options = choices.filed.map(({ institution, institutionName, rule, title, version }) => ({
    key: `${institution} ${rule} ${version}`,
    text: `${say(title) || rule} ${version} · ${institutionName}`,
  }));
  return (
    <ChoiceField
      label={say(words.filed)}
      value={typed.filed}
      options={options}
      choose={(place) => change({ filed: place })}
    />
  );
}

function BaseChoice({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const options = basesOf(choices).map(({ base, title, version }) => ({
    key: JSON.stringify(base),
    text: title === null ? say(words.baseNone) : `${say(title)} ${version}`,
  }));
  return (
    <ChoiceField
      label={say(words.base)}
      value={typed.base}
      options={options}
      choose={(place) => change({ base: place })}
    >
      <span className="small">{say(typed.base === 0 ? words.baseNoneMeans : words.baseMeans)}</span>
    </ChoiceField>
  );
}
