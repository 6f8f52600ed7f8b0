/** @jsxImportSource react */

import { Input } from "antd";
import { Fragment, useId } from "react";
import { unitName } from "../../portal/language/unit-name.ts";
import { ClauseName } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { changedParameters, type Parameter } from "./changed-parameters.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { Part } from "./typed-try.ts";
import { words } from "./words.ts";

/** A version in force, with a field for each parameter that decides an outcome. */
export function ParametersPart({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const pack = choices.packs[typed.pack];
  const parameters = pack?.parameters ?? [];
  const { unreadable } = changedParameters(parameters, typed.parameters);
  const options = choices.packs.map(({ id, version, title }) => ({
    key: `${id} ${version}`,
    text: `${say(title)} ${version}`,
  }));
  return (
    <>
      <ChoiceField
        label={say(words.rule)}
        value={typed.pack}
        options={options}
        choose={(place) => change({ pack: place, parameters: {} })}
      >
        <span className="small">{say(words.parametersBase)}</span>
      </ChoiceField>
      {parameters.length === 0 && <p>{say(words.noParameters)}</p>}
      <div className="fields what-if-parameters">
        {parameters.map((one) => (
          <ParameterField
            key={one.id}
            parameter={one}
            typed={typed.parameters[one.id] ?? ""}
            isWrong={unreadable.includes(one.id)}
            change={(value) => change({ parameters: { ...typed.parameters, [one.id]: value } })}
          />
        ))}
      </div>
    </>
  );
}

type ParameterField = {
  parameter: Parameter;
  typed: string;
  isWrong: boolean;
  change: (value: string) => void;
};

function ParameterField({ parameter, typed, isWrong, change }: ParameterField) {
  const { say, language } = useLanguage();
  const id = useId();
  const { value, unit, read } = parameter;
  const [first] = read;
  const clauses = [...new Set(read.map(({ clause }) => clause))];
  return (
    <div className="field">
      <label htmlFor={id}>
        {clauses.map((clause, place) => (
          <Fragment key={clause}>
            {place > 0 && " · "}
            <ClauseName number={clause} word={words.clause} />
          </Fragment>
        ))}{" "}
        {first && say(first.title)} <code>{parameter.id}</code>
      </label>
      <Input
        id={id}
        value={typed}
        placeholder={say(words.asItIs)}
        suffix={unit !== null && unitName(unit, language)}
        status={isWrong ? "error" : ""}
        aria-invalid={isWrong}
        aria-describedby={`${id}now`}
        onChange={({ target }) => change(target.value)}
      />
      <span className="small" id={`${id}now`}>
        {say(words.now)} {value === null ? "–" : String(value)}
      </span>
      {isWrong && (
        <span className="field-wrong" role="alert">
          {say(words.unreadable(parameter.allowed.words))}
        </span>
      )}
    </div>
  );
}
