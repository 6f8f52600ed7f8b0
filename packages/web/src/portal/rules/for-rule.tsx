import type { ComponentChildren } from "preact";
import type { Asked } from "../api/use-answer.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ForAnswer } from "../shell/states.tsx";

type ForRuleProps<T> = {
  answer: Asked<T> & { retry: () => void };
  lines?: number;
  children: (value: T) => ComponentChildren;
};

/** A page of a rule; one that is not there or not yet read still has a heading and the way back. */
export function ForRule<T>(props: ForRuleProps<T>) {
  const { answer, lines = 14, children } = props;
  const { t } = useWords();
  return (
    <>
      {answer.state !== "ready" && (
        <>
          <p class="crumb">
            <Go to="/rules">{t.rules.title}</Go>
          </p>
          <h1>{t.rules.title}</h1>
        </>
      )}
      <ForAnswer answer={answer} lines={lines}>
        {children}
      </ForAnswer>
    </>
  );
}
