import type { InstitutionStatus, RegisteredVersion } from "@suzheng/certification";

/**
 * What an act leaves in the tables that answer questions; everything in it can be told again from
 * the log.
 */
export type Projection = {
  /** State of the act's stream after the acts that are recorded with it, JSON. */
  state: string;
  institution?: {
    name: string;
    nameEnglish: string | null;
    status: InstitutionStatus;
    fields: readonly string[];
    branches: readonly string[];
    bodyNumber: string | null;
  };
  /** The act's data are what the public may read of it from now on. */
  certificate?: {
    number: string;
    holderName: string;
    holderCode: string;
    organisationCode: string;
    itemCode: string;
    status: string;
    issuedOn: string;
    validUntil: string;
    mainNumber: string | null;
  };
  participation?: {
    person: string;
    number: string;
    stage: string;
    startsAt: string;
    endsAt: string;
    holder: string;
  };
  withholding?: { number: string; withheld: boolean };
  rule?: {
    rule: string;
    /** Of the newest filing. */
    title: string;
    number: string;
    publishedVersion: string | null;
    /** The version that the act is about, after it. */
    version: RegisteredVersion;
    /** JSON of the clauses, when the act filed them. */
    clauses: string | null;
  };
};
