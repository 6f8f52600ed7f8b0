import type { ActingInstitution, Session, SessionList, SignInMeans } from "@suzheng/api-contract";
import { type Acting, type Actor, allowedActions } from "../../policy/authorise.ts";
import type { AccountParts, Visit } from "../account-parts.ts";
import { done, type Result, refused } from "../result.ts";
import { hashOf, newId, newSecret } from "../secret-code.ts";
import type { HeldMembership, SessionOwner, StoredSession } from "./session-store.ts";
import { networkOf } from "./sign-in-attempts.ts";

const HOUR_MS = 3_600_000;
export const SESSION_MS_MAX = 12 * HOUR_MS;
export const SESSION_IDLE_MS_MAX = 2 * HOUR_MS;
/** How long after signing in one may change the means of signing in. */
export const FRESH_MS_MAX = HOUR_MS / 2;
/** Finer, every query would write. */
const SEEN_EVERY_MS = 60_000;

/** A person with a session, and the institution that this request acts for. */
export type SignedIn = { owner: SessionOwner; actor: Actor; actingFor: string | null };

const later = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();

/** Gives the secret of a new session, for the cookie. */
export async function beginSession(
  parts: AccountParts,
  { account, means, visit }: { account: string; means: SignInMeans; visit: Visit },
): Promise<string> {
  const token = newSecret();
  const now = parts.now();
  await parts.sessions.begin({
    tokenHash: hashOf(token),
    id: newId(),
    account,
    means,
    actingFor: null,
    signedInAt: now,
    lastSeenAt: now,
    expiresAt: later(now, SESSION_MS_MAX),
    address: networkOf(visit.address),
    userAgent: visit.userAgent.slice(0, 200),
  });
  return token;
}

const isOver = ({ expiresAt, lastSeenAt }: StoredSession, now: string): boolean =>
  expiresAt <= now || later(lastSeenAt, SESSION_IDLE_MS_MAX) <= now;

/** `wanted` overrules the session's choice of institution; roles are those of this moment. */
export async function resolveSession(
  parts: AccountParts,
  { token, wanted }: { token: string | undefined; wanted: string | undefined },
): Promise<Result<SignedIn>> {
  if (token === undefined) return refused("session-missing");
  const owner = await parts.sessions.resolve(hashOf(token));
  const now = parts.now();
  if (owner === null || isOver(owner.session, now)) return refused("session-missing");
  if (later(owner.session.lastSeenAt, SEEN_EVERY_MS) <= now) {
    await parts.sessions.recordSeen(owner.session.id, now);
    owner.session.lastSeenAt = now;
  }
  const institutions = new Set(owner.held.map(({ institution }) => institution));
  if (wanted !== undefined && !institutions.has(wanted)) return refused("not-a-member");
  const actor = {
    account: owner.account.account,
    roles: owner.held.map(({ institution, role }) => ({ institution, role })),
  };
  return done({ owner, actor, actingFor: wanted ?? chosen(owner, institutions) });
}

function chosen({ session }: SessionOwner, institutions: ReadonlySet<string>): string | null {
  if (session.actingFor !== null && institutions.has(session.actingFor)) return session.actingFor;
  const [only = null] = institutions;
  return institutions.size === 1 ? only : null;
}

/** In whose name commands of a workspace run. */
export function actingOf({ actor, actingFor }: SignedIn): Result<Acting> {
  if (actingFor === null) return refused("acting-for-missing");
  return done({ actor, institution: actingFor });
}

/** Credentials are changed by who signed in lately, not by who finds an open screen. */
export function isFresh(parts: AccountParts, { owner }: SignedIn): boolean {
  return parts.isDemo() || later(owner.session.signedInAt, FRESH_MS_MAX) > parts.now();
}

function institutionsOf(held: readonly HeldMembership[]): ActingInstitution[] {
  const groups = Map.groupBy(held, ({ institution }) => institution);
  return [...groups].map(([institution, rows]) => ({
    institution,
    name: rows[0]?.institutionName ?? institution,
    kind: rows[0]?.kind ?? "certification-body",
    roles: rows.map(({ role }) => role),
  }));
}

export async function describeSession(parts: AccountParts, signedIn: SignedIn): Promise<Session> {
  const { owner, actor, actingFor } = signedIn;
  const { session, account, held } = owner;
  const memberships = institutionsOf(held);
  return {
    id: session.id,
    account: { id: account.account, signInName: account.signInName, name: account.name },
    memberships,
    actingFor: memberships.find(({ institution }) => institution === actingFor) ?? null,
    actions: allowedActions(actor, actingFor),
    means: session.means,
    signedInAt: session.signedInAt,
    freshUntil: parts.isDemo() ? null : later(session.signedInAt, FRESH_MS_MAX),
    expiresAt: session.expiresAt,
    idleUntil: later(session.lastSeenAt, SESSION_IDLE_MS_MAX),
    notices: await parts.accountActs.untold(account.account),
  };
}

export async function actFor(
  parts: AccountParts,
  signedIn: SignedIn,
  institution: string,
): Promise<Result<SignedIn>> {
  const isMember = signedIn.actor.roles.some((held) => held.institution === institution);
  if (!isMember) return refused("not-a-member");
  await parts.sessions.actFor(signedIn.owner.session.id, institution);
  return done({ ...signedIn, actingFor: institution });
}

/** The person's own sessions that still work. */
export async function listSessions(parts: AccountParts, signedIn: SignedIn): Promise<SessionList> {
  const now = parts.now();
  const sessions = await parts.sessions.of(signedIn.actor.account);
  const items = sessions
    .filter((session) => !isOver(session, now))
    .map(({ account: _account, actingFor: _actingFor, ...session }) => ({
      ...session,
      isCurrent: session.id === signedIn.owner.session.id,
    }));
  return { items };
}

export async function endSession(
  parts: AccountParts,
  signedIn: SignedIn,
  id: string,
): Promise<Result<null>> {
  const isEnded = await parts.sessions.end(signedIn.actor.account, id);
  return isEnded ? done(null) : refused("session-unknown");
}
