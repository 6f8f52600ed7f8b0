/** @jsxImportSource react */
import type { WhatIfProgress } from "@suzheng/api-contract";
import { Button, Progress } from "antd";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { RUNS_KEY, runKey, whatIf } from "./what-if-api.ts";
import { stateNames, words } from "./words.ts";

export const LOOK_AGAIN_MS = 1000;

export const isUnderWay = ({ state }: Pick<WhatIfProgress, "state">): boolean =>
  state === "running" || state === "waiting" || state === "stopping";

const CAN_GO_ON: readonly WhatIfProgress["state"][] = ["cancelled", "interrupted", "failed"];

/** How far a run is, and the button that stops it or lets it go on. */
export function RunProgress({ run }: { run: WhatIfProgress }) {
  const { say } = useLanguage();
  const { id, state, read, entriesTotal, counted } = run;
  const cancel = useAct({ run: () => whatIf.cancel(id), changes: [RUNS_KEY, runKey(id)] });
  const resume = useAct({ run: () => whatIf.resume(id), changes: [RUNS_KEY, runKey(id)] });
  const percent = Math.floor((100 * read) / Math.max(1, entriesTotal));
  return (
    <div className="what-if-progress">
      <span>
        <strong>{say(stateNames[state])}</strong> <span>{say(words.numbers(run))}</span>
      </span>
      {isUnderWay(run) && (
        <Progress
          percent={percent}
          status="normal"
          aria-label={say(words.readOf(read, entriesTotal))}
        />
      )}
      {counted !== null && <span className="small">{say(words.counting(counted))}</span>}
      <ErrorNotice error={cancel.error ?? resume.error} />
      <div className="acts">
        {isUnderWay(run) && (
          <Button
            onClick={() => cancel.mutate()}
            loading={cancel.isPending || state === "stopping"}
          >
            {say(words.cancel)}
          </Button>
        )}
        {CAN_GO_ON.includes(state) && (
          <Button onClick={() => resume.mutate()} loading={resume.isPending}>
            {say(words.resume)}
          </Button>
        )}
      </div>
    </div>
  );
}
