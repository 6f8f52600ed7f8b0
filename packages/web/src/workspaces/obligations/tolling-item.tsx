/** @jsxImportSource react */

import type { PausableDeadline, TollingRequest } from "@suzheng/api-contract";
import { beijingDate, daysBetween } from "../../portal/dates/dates.ts";
import { useSession } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { Go } from "../shell/go.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { duties, INBOX_KEY, OBLIGATIONS_KEY, TOLLING_KEY } from "./obligations-api.ts";
import { RefuseTolling } from "./refuse-tolling.tsx";
import { tollingStates, words } from "./tolling-words.ts";

type TollingItem = { request: TollingRequest; pausable: readonly PausableDeadline[] };

const dayOf = (instant: string) => beijingDate(new Date(instant));

/** What is to stand still, where, for how long and why, and what was decided. */
export function TollingItem({ request, pausable }: TollingItem) {
  const { say } = useLanguage();
  const { state, reason, from, until, institutionName, requestedAt, decidedAt } = request;
  const { refusedBecause } = request;
  const isDecided = state === "approved" || state === "refused";
  return (
    <li>
      <div className="row-main">
        <span className="duty-head">
          <span className="state" data-pause={state}>
            {say(tollingStates[state])}
          </span>
          <strong>
            <Recorded text={reason} />
          </strong>
        </span>
        <span>{say(words.span(from, until, daysBetween(from, until)))}</span>
        <Reach request={request} pausable={pausable} />
        <span className="small">
          <Recorded text={say(words.askedBy(institutionName, dayOf(requestedAt)))} />
          {isDecided && decidedAt !== null && ` · ${say(words.decidedOn(dayOf(decidedAt)))}`}
        </span>
        {refusedBecause !== null && <span>{say(words.refusedBecause(refusedBecause))}</span>}
        <SeeMoved request={request} />
      </div>
      <Decide request={request} />
    </li>
  );
}

/** Which deadlines, regions and institutions it is about. */
function Reach({ request, pausable }: TollingItem) {
  const { say, list } = useLanguage();
  const { requirements, regions, institutions, institution } = request;
  const deadlines = requirements.includes("all")
    ? say(words.allDeadlines)
    : list(
        requirements.map((id) => {
          const title = pausable.find(({ requirement }) => requirement === id)?.title;
          return title ?? { zh: id, en: id };
        }),
      );
  const where = regions.includes("all") ? words.allRegions : words.regionList(regions.join(" "));
  const isOwn = institutions.every((one) => one === institution);
  return (
    <>
      <span>
        {deadlines} · {say(where)}
      </span>
      {!isOwn && (
        <span className="small">
          {say(words.concerns)} {institutions.join(" ")}
        </span>
      )}
    </>
  );
}

/** Only who holds certificates has deadlines to look at. */
function SeeMoved({ request: { state } }: { request: TollingRequest }) {
  const { say } = useLanguage();
  const { data: session } = useSession();
  if (state !== "approved" || session?.actingFor?.kind !== "certification-body") return null;
  return (
    <span className="small">
      <Go to="/obligations" search={{ tolled: "true" }}>
        {say(words.seeMoved)}
      </Go>
    </span>
  );
}

function Decide({ request }: { request: TollingRequest }) {
  const { say } = useLanguage();
  const changes = [TOLLING_KEY, OBLIGATIONS_KEY, INBOX_KEY];
  const approve = useAct({ run: () => duties.approve(request), changes });
  const { state, reason, mayDecide } = request;
  if (!mayDecide) return null;
  return (
    <div className="acts">
      <ErrorNotice error={approve.error} />
      <ConfirmButton
        label={say(words.approve)}
        about={reason}
        title={say(words.approveAsk)}
        confirmed={() => approve.mutate()}
      />
      {state === "requested" && <RefuseTolling request={request} />}
    </div>
  );
}
