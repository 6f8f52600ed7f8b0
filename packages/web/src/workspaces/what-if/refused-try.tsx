/** @jsxImportSource react */

import type { WhatIfPackRefused } from "@suzheng/api-contract";
import { ProblemError } from "../api/ask.ts";
import { ClauseName } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { words } from "./words.ts";

/** Why nothing was begun; of a pack that does not hold every place, with what to do there. */
export function RefusedTry({ error }: { error: unknown }) {
  const { say } = useLanguage();
  const errors = packErrors(error);
  return (
    <>
      <ErrorNotice error={error} />
      {errors.length > 0 && (
        <ul className="findings" aria-label={say(words.packErrors)}>
          {errors.map(({ file, line, clause, code, message, wayOut }) => (
            <li key={`${file} ${line} ${code} ${message.zh}`} data-severity="error">
              ✕ {file}:{line}
              {clause !== null && (
                <>
                  {" · "}
                  <ClauseName number={clause} word={words.clause} />
                </>
              )}{" "}
              · {say(message)} {say(wayOut)} <span className="small">{code}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The problem of a refused pack carries them, docs: packages/api-contract/src/what-if.ts. */
function packErrors(error: unknown): WhatIfPackRefused["errors"] {
  if (!(error instanceof ProblemError) || error.problem.code !== "what-if-pack-refused") return [];
  return (error.problem as ProblemError["problem"] & WhatIfPackRefused).errors;
}
