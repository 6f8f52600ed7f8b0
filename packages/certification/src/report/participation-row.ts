import { dateOf, lengthInDays } from "../calendar-date.ts";
import { isResidentIdentity } from "./parse-people.ts";
import type { ParticipationRow } from "./report-row.ts";
import { flagOf, mustTextOf, textOf } from "./tables/cell-value.ts";
import type { CellValues, RowContext } from "./tables/column.ts";
import { teamRole, word } from "./words.ts";

/** Shorter values of IDENTITY_CODE are kinds of document, not numbers. */
const DOCUMENT_NUMBER_LENGTH_MIN = 6;

/** Which of the two columns holds the document's number was not seen; its shape decides. */
function identityCodeOf(values: CellValues): string | null {
  const kind = textOf(values, "IDENTITY_CODE");
  const number = textOf(values, "ID_CODE");
  if (kind !== null && isResidentIdentity(kind)) return kind;
  if (number !== null) return number;
  return kind !== null && kind.length >= DOCUMENT_NUMBER_LENGTH_MIN ? kind : null;
}

/** The typed row of checked cells. */
export function participationRow(values: CellValues, context: RowContext): ParticipationRow {
  const startAt = mustTextOf(values, "APPR_S_DATE");
  const endAt = mustTextOf(values, "APPR_E_DATE");
  return {
    institution: textOf(values, "RZJG_ID") ?? context.institution ?? "",
    certificateNumber: mustTextOf(values, "CERT_NUMBER"),
    stage: word("auditStage", mustTextOf(values, "APPR_STAGE")),
    startOn: dateOf(startAt),
    endOn: dateOf(endAt),
    startAt,
    endAt,
    days: lengthInDays(startAt, endAt),
    person: {
      name: mustTextOf(values, "FULL_NAME"),
      identityCode: identityCodeOf(values),
      registrationNumber: textOf(values, "APT_CERTI_NUM"),
    },
    role: teamRole(textOf(values, "APPR_M_ROLE")),
    qualification: word("qualification", mustTextOf(values, "QUA_CODE")),
    professional: flagOf(values, "IS_PROF_M"),
    fullTime: flagOf(values, "IS_SPECIAL"),
    witnessed: flagOf(values, "OBSERVER_FLAG"),
  };
}
