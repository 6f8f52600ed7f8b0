import {
  connectInstitution,
  type RegistrationParts,
} from "../institutions/register-institution.ts";
import type { RowOutcome, RowReason } from "./record-rows.ts";

/**
 * A table of our own beside the official ones, with which an operator makes many bodies known at
 * once; `suzheng simulate` writes it for its sector.
 */
export const INSTITUTION_TABLE = {
  id: "institutions",
  title: { zh: "认证机构", en: "certification bodies" },
  columns: [
    {
      field: "RZJG_ID",
      label: { zh: "认证机构批准号", en: "approval number" },
      required: "always",
    },
    { field: "RZJG_NAME", label: { zh: "认证机构名称", en: "name" }, required: "always" },
    { field: "RZJG_NAME_EN", label: { zh: "英文名称", en: "English name" } },
    { field: "RZJG_FIELDS", label: { zh: "批准领域", en: "approved fields" } },
    { field: "RZJG_BRANCHES", label: { zh: "分支机构", en: "branches" } },
  ],
} as const;

const NAME_MISSING: RowReason = {
  field: "RZJG_NAME",
  code: "required",
  message: { zh: "缺少认证机构名称；请填写", en: "the name of the body is missing; fill it in" },
};

const OPERATOR_ONLY: RowReason = {
  field: "RZJG_ID",
  code: "operator-only",
  message: {
    zh: "只有平台运营者能接入机构；请联系运营者",
    en: "only the operator of the platform connects bodies; ask the operator",
  },
};

type Row = { cells: Readonly<Record<string, string>> };

const listOf = (cell: string | undefined): string[] =>
  (cell ?? "")
    .split(/[；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Connects the bodies of the rows, one after another. */
export async function connectRows(
  parts: RegistrationParts,
  rows: readonly Row[],
  { isOperator }: { isOperator: boolean },
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const { cells } of rows) {
    outcomes.push(
      isOperator
        ? await connectRow(parts, cells)
        : { outcome: "rejected", errors: [OPERATOR_ONLY] },
    );
  }
  return outcomes;
}

async function connectRow(parts: RegistrationParts, cells: Row["cells"]): Promise<RowOutcome> {
  const name = (cells.RZJG_NAME ?? "").normalize("NFC").trim();
  if (name === "") return { outcome: "rejected", errors: [NAME_MISSING] };
  const approvalNumber = (cells.RZJG_ID ?? "").normalize("NFKC").trim().toUpperCase();
  // Further details of a body that is known under this name are not this table's matter.
  if ((await parts.store.institution(approvalNumber))?.name === name) {
    return { outcome: "unchanged" };
  }
  const registration = await connectInstitution(parts, {
    approvalNumber,
    name,
    nameEnglish: (cells.RZJG_NAME_EN ?? "").normalize("NFC").trim() || null,
    fields: listOf(cells.RZJG_FIELDS),
    branches: listOf(cells.RZJG_BRANCHES?.normalize("NFC")),
  });
  if (registration.outcome !== "refused") {
    const recorded = registration.outcome === "registered";
    return { outcome: recorded ? "recorded" : "unchanged" };
  }
  const { code, message } = registration;
  return { outcome: "rejected", errors: [{ field: "RZJG_ID", code, message }] };
}
