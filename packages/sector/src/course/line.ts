import type { Day } from "../calendar.ts";
import type { Scheme } from "../schemes.ts";
import type { Auditor } from "./roster.ts";

export type VisitKind = "stage-one" | "stage-two" | "surveillance" | "recertification";

/** A planned visit whose results are still to be reported. */
export interface Visit {
  readonly kind: VisitKind;
  readonly start: Day;
  readonly end: Day;
  /** On-site time of each member, in half-days. */
  readonly halfDays: number;
  readonly team: readonly Auditor[];
}

/** One client under one scheme: the line of certificates from the first application to the end. */
export interface Line {
  readonly index: number;
  readonly clientSerial: number;
  readonly scheme: Scheme;
  readonly childCount: number;
  readonly headcount: number;
  readonly sequence: number;
  /** Null before the first certificate. */
  number: string | null;
  firstOn: Day;
  issuedOn: Day;
  expiresOn: Day;
  cycle: number;
  surveillances: number;
  /** Last day of the newest surveillance; the issue date before the first one. */
  lastAuditedOn: Day;
  suspendedOn: Day | null;
  ended: boolean;
  /** How often the client has moved, and whether the scope has been extended. */
  moves: number;
  extended: boolean;
  /** People who know this client, leader first. */
  team: readonly Auditor[];
  teamSize: number;
  /** Person-days that this audit asks for, and the share of them that is really spent. */
  baseDays: number;
  effort: number;
  visits: Visit[];
  decidedOn: Day;
}

export function newLine(
  origin: Pick<Line, "index" | "clientSerial" | "scheme" | "childCount" | "headcount" | "sequence">,
): Line {
  return {
    ...origin,
    number: null,
    firstOn: 0,
    issuedOn: 0,
    expiresOn: 0,
    cycle: 0,
    surveillances: 0,
    lastAuditedOn: 0,
    suspendedOn: null,
    ended: false,
    moves: 0,
    extended: false,
    team: [],
    teamSize: 2,
    baseDays: 0,
    effort: 1,
    visits: [],
    decidedOn: 0,
  };
}
