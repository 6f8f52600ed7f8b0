import type { RegisteredInstitution } from "../certification-store.ts";

export interface InstitutionReader {
  byApprovalNumber(approvalNumber: string): Promise<RegisteredInstitution | null>;
  /** The body whose certificate numbers begin with these digits. */
  byBodyNumber(bodyNumber: string): Promise<RegisteredInstitution | null>;
  /** By part of the name or of the approval number, in approval-number order. */
  list(request: {
    text: string;
    after: string | null;
    limit: number;
  }): Promise<RegisteredInstitution[]>;
}
