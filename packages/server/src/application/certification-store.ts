import type { InstitutionStatus, PauseState } from "@suzheng/certification";

export type StreamState = { version: number; state: unknown };

/** A person at one holder's site; half-open would be wrong: both ends are said to the hour. */
export type Presence = {
  startsAt: string;
  endsAt: string;
  holder: string;
  number: string;
  stage: string;
};

export type RegisteredInstitution = {
  approvalNumber: string;
  name: string;
  nameEnglish: string | null;
  status: InstitutionStatus;
  fields: string[];
  branches: string[];
  connectedAt: string;
  lastReportedAt: string | null;
  certificates: number;
};

/** What decisions about one institution's streams have to know. */
export interface CertificationStore {
  institution(approvalNumber: string): Promise<RegisteredInstitution | null>;
  states(institution: string, streams: readonly string[]): Promise<Map<string, StreamState>>;
  /** Approved pauses of deadlines in the institution's log; few. */
  pauses(institution: string): Promise<PauseState[]>;
  presences(institution: string, persons: readonly string[]): Promise<Map<string, Presence[]>>;
  /** Those of the certificate numbers that another institution has reported. */
  numbersOfOthers(institution: string, numbers: readonly string[]): Promise<Set<string>>;
}
