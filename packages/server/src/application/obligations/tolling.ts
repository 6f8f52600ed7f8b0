import type {
  PausableDeadline,
  TollingAsk,
  TollingList,
  TollingRefusal,
  TollingRequest,
} from "@suzheng/api-contract";
import {
  type DeadlinesPaused,
  evolvePause,
  pauseStream,
  refusePause,
  withoutNulls,
} from "@suzheng/certification";
import type { Pack, Pause } from "@suzheng/rules";
import { bodyOf } from "../act.ts";
import { chinaDate } from "../clock.ts";
import { BY_A_PERSON, type Ledger } from "../ledger/ledger.ts";
import { type Acting, authorise, guard } from "../policy/authorise.ts";
import { orAll } from "./approved-pause.ts";
import { type DutyResult, done, refused } from "./duty-result.ts";
import type { StoredTolling, TollingStore } from "./tolling-store.ts";

export type TollingParts = {
  store: TollingStore;
  ledger: Ledger;
  packs: readonly Pack[];
  now: () => string;
  newId: () => string;
  /** Null when there is no such organisation. */
  nameOf: (institution: string) => Promise<string | null>;
};

type RequestKey = { institution: string; id: string };

/** Asking for, approving and refusing a pause of deadlines. */
export const tollingCommands = (parts: TollingParts) => ({
  list: guard("obligation.read", (acting) => list(parts, acting)),
  request: guard("tolling.request", (acting, asked: TollingAsk) => request(parts, acting, asked)),
  approve: guard("tolling.approve", (acting, key: RequestKey) => approve(parts, acting, key)),
  refuse: guard("tolling.approve", (acting, refusal: RequestKey & TollingRefusal) =>
    refuse(parts, acting, refusal),
  ),
});

/** Who may approve sees what everybody asks for, others what their own organisation asks for. */
async function list(parts: TollingParts, acting: Acting): Promise<DutyResult<TollingList>> {
  const isReviewer = mayApprove(acting);
  const requests = await parts.store.list(isReviewer ? null : acting.institution);
  const items = await Promise.all(requests.map((one) => shown(parts, acting, one)));
  return done({ items, pausable: pausableIn(parts.packs) });
}

/** Requirements of one id are paused together, in whichever rule they stand. */
function pausableIn(packs: readonly Pack[]): PausableDeadline[] {
  const found = packs.flatMap(({ document: { id: rule }, requirements }) =>
    [...requirements.values()].flatMap(({ document: { id, title, clause }, deadline }) =>
      deadline === null ? [] : [{ requirement: id, title, rule, clause }],
    ),
  );
  return [...Map.groupBy(found, ({ requirement }) => requirement)].flatMap(
    ([requirement, [first, ...others]]) =>
      first === undefined
        ? []
        : [
            {
              requirement,
              title: first.title,
              rules: [first, ...others].map(({ rule, clause }) => ({ rule, clause })),
            },
          ],
  );
}

const mayApprove = ({ actor, institution }: Acting) =>
  authorise(actor, "tolling.approve", institution).outcome === "allowed";

async function shown(
  { nameOf }: TollingParts,
  acting: Acting,
  request: StoredTolling,
): Promise<TollingRequest> {
  const { requestedBy, decidedBy: _, asked, ...told } = request;
  const isPending = told.state === "requested" || told.state === "approving";
  const mayDecide = isPending && mayApprove(acting) && requestedBy !== acting.actor.account;
  const institutionName = (await nameOf(told.institution)) ?? told.institution;
  return { ...asked, ...told, institutionName, mayDecide };
}

async function request(
  parts: TollingParts,
  acting: Acting,
  asked: TollingAsk,
): Promise<DutyResult<TollingRequest>> {
  const refusal = refusePause(asked);
  if (refusal !== null) return refused(refusal);
  if (!asked.requirements.every((id) => id === "all" || hasDeadline(parts.packs, id))) {
    return refused("requirement-unknown");
  }
  const institutions = await institutionsOf(parts.store, acting, asked);
  if (institutions === null) return refused("tolling-institutions-unfit");
  const stored: StoredTolling = {
    institution: acting.institution,
    id: parts.newId(),
    asked: { ...asked, institutions },
    state: "requested",
    requestedBy: acting.actor.account,
    requestedAt: parts.now(),
    decidedBy: null,
    decidedAt: null,
    refusedBecause: null,
  };
  await parts.store.add(stored);
  return done(await shown(parts, acting, stored));
}

const hasDeadline = (packs: readonly Pack[], id: string) =>
  packs.some(({ requirements }) => (requirements.get(id)?.deadline ?? null) !== null);

/** A body asks for itself; who is no body names those concerned, which are fixed here. */
async function institutionsOf(
  store: TollingStore,
  { institution }: Acting,
  { institutions }: TollingAsk,
): Promise<string[] | null> {
  const bodies = await store.bodies();
  if (bodies.includes(institution)) {
    const isOwn = institutions?.every((one) => one === institution) ?? true;
    return isOwn ? [institution] : null;
  }
  if (institutions === undefined) return null;
  if (institutions.includes("all")) return bodies;
  return institutions.every((one) => bodies.includes(one)) ? [...new Set(institutions)] : null;
}

/**
 * Records the pause in the log of each institution concerned. If we stop half-way the request stays
 * `approving`: approving it again records what is missing.
 */
async function approve(
  parts: TollingParts,
  acting: Acting,
  key: RequestKey,
): Promise<DutyResult<TollingRequest>> {
  const { store } = parts;
  const begun = await decidable(parts, acting, key);
  if (begun.outcome === "refused") return begun;
  if (begun.value.state === "requested") {
    const change = { by: acting.actor.account, at: parts.now() };
    await store.decide(key, { from: "requested", to: "approving", ...change });
  }
  const request = await store.find(key.institution, key.id);
  if (request?.state !== "approving") return refused("tolling-decided");
  const pause = await pauseOf(parts, acting, request);
  for (const institution of request.asked.institutions) {
    const appended = await record(parts, acting, { request, pause, institution });
    if (appended !== "recorded") return refused("pause-not-recorded");
  }
  await store.hold(request.asked.institutions, request.id, pause);
  const at = request.decidedAt ?? parts.now();
  const by = request.decidedBy ?? acting.actor.account;
  await store.decide(key, { from: "approving", to: "approved", by, at });
  return done(await shown(parts, acting, { ...request, state: "approved", decidedAt: at }));
}

async function decidable(
  { store }: TollingParts,
  { actor }: Acting,
  { institution, id }: RequestKey,
): Promise<DutyResult<StoredTolling>> {
  const request = await store.find(institution, id);
  if (request === null) return refused("tolling-unknown");
  if (request.state === "approved" || request.state === "refused") {
    return refused("tolling-decided");
  }
  if (request.requestedBy === actor.account) return refused("tolling-by-requester");
  return done(request);
}

async function pauseOf(
  { nameOf }: TollingParts,
  { institution }: Acting,
  { asked }: StoredTolling,
): Promise<Pause> {
  const { requirements, regions, institutions, from, until, reason } = asked;
  const approvedBy = (await nameOf(institution)) ?? institution;
  return {
    requirements: orAll(requirements),
    regions: orAll(regions),
    institutions,
    from,
    until,
    reason,
    approvedBy,
  };
}

async function record(
  { ledger }: TollingParts,
  acting: Acting,
  given: { request: StoredTolling; pause: Pause; institution: string },
): Promise<"recorded" | "refused"> {
  const { request, pause, institution } = given;
  const { requirements, regions, from, until, reason } = request.asked;
  const event: DeadlinesPaused = {
    type: "DeadlinesPaused",
    schema: 1,
    occurredOn: chinaDate(request.decidedAt ?? request.requestedAt),
    data: {
      institution,
      pause: request.id,
      requirements,
      regions,
      from,
      until,
      reason,
      requestedBy: request.institution,
      approvedBy: acting.institution,
      approvedByName: pause.approvedBy,
    },
  };
  const { type, schema, occurredOn, data } = event;
  const appended = await ledger.append({
    institution,
    submitter: BY_A_PERSON,
    requestId: null,
    acts: [
      {
        stream: pauseStream(request.id),
        expectedVersion: 0,
        type,
        schema,
        occurredOn,
        body: bodyOf(withoutNulls(type, data)),
        personal: [],
        projection: { state: JSON.stringify(evolvePause(event)) },
      },
    ],
  });
  // The stream is this pause's own: whoever ends what somebody began finds it recorded.
  return appended.ok || appended.code === "stream-moved-on" ? "recorded" : "refused";
}

async function refuse(
  parts: TollingParts,
  acting: Acting,
  { reason, ...key }: RequestKey & TollingRefusal,
): Promise<DutyResult<TollingRequest>> {
  const begun = await decidable(parts, acting, key);
  if (begun.outcome === "refused") return begun;
  const change = { by: acting.actor.account, at: parts.now(), because: reason };
  const isMoved = await parts.store.decide(key, { from: "requested", to: "refused", ...change });
  if (!isMoved) return refused("tolling-decided");
  const decided = { state: "refused", decidedAt: change.at, refusedBecause: reason } as const;
  return done(await shown(parts, acting, { ...begun.value, ...decided }));
}
