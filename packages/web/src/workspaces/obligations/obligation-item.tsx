/** @jsxImportSource react */

import type { OpenObligation } from "@suzheng/api-contract";
import { asSentence } from "../../portal/language/language.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { DutyDay, DutyState } from "./duty-day.tsx";
import { nameOfStep, words } from "./words.ts";

/** One open step: when, of what, what to do, and what comes of leaving it. */
export function ObligationItem({ one }: { one: OpenObligation }) {
  const { say } = useLanguage();
  const { number, holder, tolled, state, message, follows, rule, clause, version } = one;
  const isPassedOn = state === "lapsed" && follows !== null;
  return (
    <li>
      <div className="row-main">
        <span className="duty-head">
          <DutyState due={one} hasNext={follows !== null} />
          <DutyDay due={one} />
          <a href={`/c/${encodeURIComponent(number)}`}>{number}</a>
        </span>
        {holder !== null && <Recorded text={holder} />}
        <span>{asSentence(say(message))}</span>
        {tolled !== null && (
          <span className="note">
            {say(words.moved)}
            {say(tolled)}
          </span>
        )}
        {!isPassedOn && <WaysOut one={one} />}
        <span className="small">
          <ClauseLink rule={rule} clause={clause} version={version} />
          {isPassedOn && ` · ${say(words.nextStep)}${say(nameOfStep(follows.step))}`}
          {one.unconfirmed && ` · ${say(words.unconfirmed)}`}
        </span>
      </div>
    </li>
  );
}

function WaysOut({ one: { remedy, closes, follows } }: { one: OpenObligation }) {
  const { say } = useLanguage();
  return (
    <dl className="ways small">
      <div>
        <dt>{say(words.remedy)}</dt>
        <dd>{say(remedy)}</dd>
      </div>
      <div>
        <dt>{say(words.closes)}</dt>
        <dd>{say(closes)}</dd>
      </div>
      {follows !== null && (
        <div>
          <dt>{say(words.follows)}</dt>
          <dd>
            {say(nameOfStep(follows.step))} {follows.dueOn}
          </dd>
        </div>
      )}
    </dl>
  );
}
