import {
  bodyNumberOf,
  type CertificateState,
  type DomainEvent,
  evolveCertificate,
  evolveInstitution,
  evolvePause,
  evolveProject,
  type InstitutionState,
  initialCertificate,
  initialInstitution,
  initialProject,
  isEventType,
  type ProjectState,
} from "@suzheng/certification";
import { initialsOf } from "../../../application/certificates/holder-initials.ts";
import { foldForSearch, fragmentsOf } from "../../../application/certificates/search-text.ts";
import type { FsckRow } from "../../../application/fsck.ts";
import type { PlainEntry } from "../entry/plain-entry.ts";
import type { Replay, Reported } from "./replay.ts";
import { replayRule, startRuleReplay } from "./replay-rule.ts";

/** Shared by all that are not about rules. */
const NO_RULE = startRuleReplay();

export const startReplay = (): Replay => ({
  state: null,
  report: null,
  firstRecordedAt: null,
  rule: NO_RULE,
});

/** Throws when the domain says that the event cannot follow. */
export function replayEntry(replay: Replay, index: number, entry: PlainEntry): void {
  const { type, schema, occurredOn, data, recordedAt } = entry;
  if (!isEventType(type)) throw new Error(`\`${type}\` is no event`);
  // Shapes beyond the event's name are the domain's: what it wrote it can read.
  const event = { type, schema, occurredOn, data } as unknown as DomainEvent;
  replay.firstRecordedAt ??= recordedAt;
  switch (event.type) {
    case "InstitutionRegistered":
    case "InstitutionStatusChanged": {
      const state = (replay.state ?? initialInstitution) as InstitutionState;
      replay.state = evolveInstitution(state, event);
      return;
    }
    case "AuditPlanReported": {
      const state = (replay.state ?? initialProject) as ProjectState;
      replay.state = evolveProject(state, event);
      return;
    }
    case "DeadlinesPaused":
      replay.state = evolvePause(event);
      return;
    case "RuleFiled":
    case "RuleReviewBegun":
    case "RuleReturned":
    case "RuleAccepted":
    case "RulePublished":
    case "RuleSuperseded":
    case "RuleCancelled":
      if (replay.rule === NO_RULE) replay.rule = startRuleReplay();
      replayRule(replay, event, { index, recordedAt });
      return;
    case "CertificateReported":
    case "AuditParticipationReported":
    case "CertificateWithheld":
    case "CertificateReleased": {
      const state = (replay.state ?? initialCertificate) as CertificateState;
      replay.state = evolveCertificate(state, event);
      if (event.type === "CertificateReported" && !isLate(state, event)) {
        // Everything in an entry's data is public; a copy, since the report outlives the page.
        const card = entry.bytes.toString("latin1", entry.dataFrom, entry.dataUntil);
        const { number, holderName, holderCode, issuedOn } = event.data;
        const shown = { number, holderName, holderCode, issuedOn };
        replay.report = { ...shown, card, index, recordedAt };
      }
    }
  }
}

/** A late row about the past leaves the present as it stands, see `decideRow`. */
const isLate = (state: CertificateState, { data }: Reported): boolean =>
  state.known && data.effectiveOn < state.effectiveOn;

/** Columns of a certificate's row, dates as text; initials of old rows are filled later. */
export function certificateRow(
  { state, report }: Replay,
  { isFilled }: { isFilled: boolean },
): FsckRow | null {
  if (report === null || state === null || !("number" in state)) return null;
  const { number, holderName, holderCode, issuedOn, card, index } = report;
  const search = foldForSearch(holderName);
  const initials = isFilled ? initialsOf(search) : null;
  return {
    number,
    holder_name: holderName,
    holder_code: holderCode,
    organisation_code: state.holderKey,
    item_code: state.itemCode,
    status: state.status,
    issued_on: issuedOn,
    valid_until: state.validUntil,
    main_number: state.mainNumber,
    withheld: state.withheld,
    last_index: index,
    card,
    holder_search: search,
    holder_initials: initials,
    holder_fragments: fragmentsOf(search, initials ?? "").join(" "),
  };
}

/** Columns of an institution's row, as far as its own stream tells them. */
export function institutionRow({ state, firstRecordedAt }: Replay): FsckRow | null {
  if (state === null || !("approvalNumber" in state)) return null;
  return {
    approval_number: state.approvalNumber,
    name: state.name,
    name_english: state.nameEnglish,
    status: state.status,
    fields: state.fields,
    branches: state.branches,
    body_number: bodyNumberOf(state.approvalNumber),
    connected_at: firstRecordedAt,
  };
}
