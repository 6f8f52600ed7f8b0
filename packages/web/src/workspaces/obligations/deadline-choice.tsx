/** @jsxImportSource react */

import type { PausableDeadline } from "@suzheng/api-contract";
import { Checkbox, Radio } from "antd";
import { Fragment } from "react";
import { PackText } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./tolling-words.ts";

type DeadlineChoice = {
  pausable: readonly PausableDeadline[];
  /** Requirement ids; null: every deadline. */
  chosen: readonly string[] | null;
  choose: (requirements: readonly string[] | null) => void;
};

/** Every deadline, or some by their titles. */
export function DeadlineChoice({ pausable, chosen, choose }: DeadlineChoice) {
  const { say } = useLanguage();
  return (
    <fieldset className="means">
      <legend>{say(words.deadlines)}</legend>
      <Radio.Group
        value={chosen === null ? "all" : "some"}
        options={[
          { value: "all", label: say(words.allDeadlines) },
          { value: "some", label: say(words.someDeadlines) },
        ]}
        onChange={({ target }) => choose(target.value === "all" ? null : [])}
      />
      {chosen !== null && (
        <Checkbox.Group
          className="pausable"
          value={[...chosen]}
          options={pausable.map(({ requirement, title, rules }) => ({
            value: requirement,
            label: (
              <>
                {say(title)}{" "}
                <span className="small">
                  {rules.map(({ rule, clause }, place) => (
                    <Fragment key={rule}>
                      {place > 0 && " · "}
                      {rule} <PackText text={clause} />
                    </Fragment>
                  ))}
                </span>
              </>
            ),
          }))}
          onChange={(values) => choose(values.map(String))}
        />
      )}
    </fieldset>
  );
}
