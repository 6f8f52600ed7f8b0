import { type Day, yearOf } from "../calendar.ts";
import {
  inventedIdentityNumber,
  inventedPhone,
  inventedRegistrationNumber,
} from "../invented-codes.ts";
import type { Random } from "../random.ts";
import { GIVEN_FIRST, GIVEN_LAST, SURNAMES } from "../words/person-names.ts";

export interface Person {
  readonly name: string;
  readonly identityNumber: string;
  readonly registrationNumber: string;
  readonly phone: string;
  readonly senior: boolean;
  readonly fullTime: boolean;
}

/** An auditor and what the body knows about this person's calendar and load. */
export interface Auditor extends Person {
  /** Last day of the newest visit; visits are booked in the order of their first days. */
  busyUntil: Day;
  busyWith: number;
  /** Reported on-site days and certificates by calendar year. */
  readonly load: Map<number, Load>;
}

export interface Load {
  days: number;
  certificates: number;
}

export interface Roster {
  readonly auditors: readonly Auditor[];
  /** They decide on certification and never join a team. */
  readonly decisionMakers: readonly Person[];
  /** Joins every team that this person can reach; null in a body without this fault. */
  readonly overloaded: Auditor | null;
}

/** At this many certificates an auditor's calendar is comfortable: about a third of the limit. */
const CERTIFICATES_PER_AUDITOR = 7;
const AUDITORS_MIN = 10;
/** Above this the overloaded auditor gets a rest until the new year. */
const OVERLOAD_CERTIFICATES = 62;
const OVERLOAD_DAYS = 186;

/** A different name for each serial: the multiplier has no common divisor with the product. */
function personName(serial: number): string {
  const [surnames, firsts] = [SURNAMES.length, GIVEN_FIRST.length];
  const mixed = (serial * 7919) % (surnames * firsts * GIVEN_LAST.length);
  const surname = SURNAMES[mixed % surnames] ?? "";
  const first = GIVEN_FIRST[Math.floor(mixed / surnames) % firsts] ?? "";
  return surname + first + (GIVEN_LAST[Math.floor(mixed / (surnames * firsts))] ?? "");
}

function inventedPerson(serial: number, random: Random): Person {
  const senior = random.chance(0.2);
  return {
    name: personName(serial),
    identityNumber: inventedIdentityNumber(serial),
    registrationNumber: inventedRegistrationNumber("QMS", serial, senior),
    phone: inventedPhone(50_000_000 + serial),
    senior,
    fullTime: random.chance(0.7),
  };
}

/** How many persons a body with so many certificates employs. */
export function staffOf(certificates: number): { auditors: number; decisionMakers: number } {
  const auditors = Math.max(AUDITORS_MIN, Math.ceil(certificates / CERTIFICATES_PER_AUDITOR));
  return { auditors, decisionMakers: 3 + Math.ceil(certificates / 400) };
}

export interface RosterOptions {
  readonly certificates: number;
  /** Serial of the body's first person; serials are never shared between bodies. */
  readonly firstSerial: number;
  readonly overloaded: boolean;
}

export function inventedRoster(random: Random, options: RosterOptions): Roster {
  const staff = staffOf(options.certificates);
  const person = (offset: number) => inventedPerson(options.firstSerial + offset, random);
  const auditors: Auditor[] = Array.from({ length: staff.auditors }, (_, offset) => ({
    ...person(offset),
    busyUntil: 0,
    busyWith: -1,
    load: new Map(),
  }));
  const decisionMakers = Array.from({ length: staff.decisionMakers }, (_, offset) =>
    person(staff.auditors + offset),
  );
  return {
    auditors,
    decisionMakers,
    overloaded: options.overloaded ? (auditors[0] ?? null) : null,
  };
}

const isFree = (auditor: Auditor, start: Day): boolean => auditor.busyUntil < start;

export function loadOf(auditor: Auditor, year: number): Load {
  let load = auditor.load.get(year);
  if (load === undefined) {
    load = { days: 0, certificates: 0 };
    auditor.load.set(year, load);
  }
  return load;
}

/** After passing both limits the overloaded auditor rests until the new year. */
function isResting(auditor: Auditor, day: Day): boolean {
  const load = loadOf(auditor, yearOf(day));
  return load.certificates >= OVERLOAD_CERTIFICATES && load.days >= OVERLOAD_DAYS;
}

function mayJoin(roster: Roster, auditor: Auditor, start: Day): boolean {
  if (!isFree(auditor, start)) return false;
  return auditor !== roster.overloaded || !isResting(auditor, start);
}

export function mustWaitForOverloaded({ overloaded }: Roster, start: Day): boolean {
  return overloaded !== null && !isFree(overloaded, start) && !isResting(overloaded, start);
}

export interface TeamRequest {
  readonly start: Day;
  readonly size: number;
  /** The people who know this client, leader first. */
  readonly preferred: readonly Auditor[];
}

/** A team of free auditors, leader first; null when the body has too few free people that day. */
export function drawTeam(roster: Roster, random: Random, request: TeamRequest): Auditor[] | null {
  const { auditors, overloaded } = roster;
  const team: Auditor[] = [];
  const consider = (auditor: Auditor | null | undefined): void => {
    if (!auditor || team.length === request.size || team.includes(auditor)) return;
    if (mayJoin(roster, auditor, request.start)) team.push(auditor);
  };
  consider(overloaded);
  for (const auditor of request.preferred) consider(auditor);
  const offset = random.between(0, auditors.length - 1);
  for (let step = 0; step < auditors.length && team.length < request.size; step++) {
    consider(auditors[(offset + step) % auditors.length]);
  }
  return team.length === request.size ? team : null;
}

export interface BusyRequest {
  readonly start: Day;
  readonly team: readonly Auditor[];
  /** Whether that line's client is the one to be visited. */
  isSameClient(lineIndex: number): boolean;
}

/** Someone outside the team who is at another client on that day, or null. */
export function drawBusyAuditor(roster: Roster, request: BusyRequest): Auditor | null {
  const elsewhere = (auditor: Auditor) =>
    !isFree(auditor, request.start) &&
    !request.team.includes(auditor) &&
    !request.isSameClient(auditor.busyWith);
  return roster.auditors.find(elsewhere) ?? null;
}
