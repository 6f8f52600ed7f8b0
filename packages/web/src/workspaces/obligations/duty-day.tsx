/** @jsxImportSource react */
import type { OpenObligation } from "@suzheng/api-contract";
import { beijingDate, daysBetween } from "../../portal/dates/dates.ts";
import { useLanguage } from "../language/use-language.tsx";
import { stateNames, words } from "./words.ts";

type Due = Pick<OpenObligation, "state" | "dueOn">;

const daysLeft = (dueOn: string) => daysBetween(beijingDate(new Date()), dueOn);

/** The state in a word; the colour only repeats it. */
export function DutyState({ due, hasNext = false }: { due: Due; hasNext?: boolean }) {
  const { say } = useLanguage();
  const { state, dueOn } = due;
  const isToday = (state === "ahead" || state === "reminding") && daysLeft(dueOn) === 0;
  const tone = isToday ? "reminding" : state;
  const word = state === "lapsed" && hasNext ? words.nextStepOpened : stateNames[state];
  return (
    <span className="state" data-duty={tone}>
      {say(isToday ? words.dueToday : word)}
    </span>
  );
}

/** The due date, what it was before a pause, and how far away it is. */
export function DutyDay({ due }: { due: Due & Partial<Pick<OpenObligation, "setFor">> }) {
  const { say } = useLanguage();
  const { state, dueOn, setFor = null } = due;
  const days = daysLeft(dueOn);
  return (
    <span className="duty-day">
      {setFor !== null && (
        <>
          <s>
            <span className="unseen">{say(words.setFor)} </span>
            {setFor}
          </s>{" "}
        </>
      )}
      <strong>
        <span className="unseen">{say(words.due)} </span>
        {dueOn}
      </strong>
      {state !== "lapsed" && days !== 0 && (
        <span className="small">
          {" "}
          {say(days < 0 ? words.daysLate(-days) : words.daysLeft(days))}
        </span>
      )}
    </span>
  );
}
