import type { Calculation, CalculatorAnswer } from "@suzheng/api-contract";
import { useCallback, useEffect, useState } from "preact/hooks";
import { type Answer, ask } from "../api/client.ts";
import { apiPaths } from "../api/paths.ts";
import type { Asked } from "../api/use-answer.ts";
import { hasCase, inputOf, type Typed } from "./calculator-input.ts";
import { en, zh } from "./calculator-words.ts";
import { inWordsOfForm } from "./in-words-of-form.ts";

function inWords(answer: Answer<Calculation>): Answer<Calculation> {
  if (answer.state !== "problem") return answer;
  const fields = { zh: zh.fields, en: en.fields };
  return { ...answer, problem: inWordsOfForm(answer.problem, fields) };
}

/** The calculation of the case in the address; null while there is none. */
export function useCalculation(
  calculator: CalculatorAnswer,
  typed: Typed,
): (Asked<Calculation> & { retry: () => void }) | null {
  const { id, version, kind } = calculator;
  const body = hasCase(kind, typed) ? JSON.stringify(inputOf(kind, typed)) : null;
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState<Asked<Calculation>>({ state: "loading" });
  useEffect(() => {
    if (body === null) return;
    let current = true;
    const headers = { "content-type": "application/json" };
    ask<Calculation>(apiPaths.calculations(id, version), { method: "POST", headers, body }).then(
      (answer) => current && setAsked(inWords(answer)),
    );
    return () => {
      current = false;
    };
  }, [id, version, body, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return body === null ? null : { ...asked, retry };
}
