import type { Act, Trace, Verdict } from "@suzheng/api-contract";
import {
  certificateStream,
  type EventType,
  isEventType,
  projectStream,
  visibleData,
} from "@suzheng/certification";
import type { Entry } from "@suzheng/log-format";
import { explain, type Pack } from "@suzheng/rules";
import { chinaDate } from "../clock.ts";
import type { StoredEntry } from "../ledger/log-store.ts";
import { type DeadlineParts, deadlinesNow } from "../obligations/deadlines-now.ts";
import type { CertificateRecord } from "./certificate-reader.ts";
import {
  type AsOf,
  type Lookup,
  type LookupParts,
  lookUpCertificate,
  readEntry,
} from "./look-up-certificate.ts";

export type TraceParts = LookupParts &
  DeadlineParts & {
    provableUpTo(): Promise<string | null>;
  };

export type TraceResult = Extract<Lookup, { found: false }> | { found: true; trace: Trace };

/** The streams in which a certificate's history stands: its own and its certification project's. */
export const streamsOf = (record: CertificateRecord): string[] => [
  certificateStream(record.number),
  projectStream(record.organisationCode, record.itemCode),
];

export async function traceCertificate(
  parts: TraceParts,
  number: string,
  asOf: AsOf,
): Promise<TraceResult> {
  const lookup = await lookUpCertificate(parts, number, asOf);
  if (!lookup.found) return lookup;
  const { record, certificate } = lookup;
  const { institution } = record;
  const stored = await parts.reader.streamEntries(institution, streamsOf(record));
  const { on, knownAt } = certificate.asOf;
  // Now, everything is known, also what the log calls later because the clock was set back since.
  const isPast = asOf.knownAt === knownAt;
  const known = stored
    .map((entry) => ({ stored: entry, entry: readEntry(entry) }))
    .filter(({ entry }) => !isPast || entry.recordedAt <= knownAt);
  const names = await keptNames(parts, institution, known);
  const acts = known.map(({ stored: place, entry }) => actOf(parts, { place, entry, names }));
  return {
    found: true,
    trace: {
      certificate,
      acts: newestFirst(withCycles(acts)),
      // Deadlines are open now; for another day there are none to tell from today's state.
      deadlines: isNow(parts, asOf) ? await deadlinesNow(parts, record, on) : [],
      provableUpTo: await parts.provableUpTo(),
    },
  };
}

type Known = { stored: StoredEntry; entry: Entry };
/** By commitment; null where a kept value is not public, and none where it was erased. */
type Names = ReadonlyMap<string, string | null>;

async function keptNames(
  parts: TraceParts,
  institution: string,
  known: readonly Known[],
): Promise<Names> {
  const commitments = known.flatMap(({ entry }) => Object.values(entry.commitments ?? {}));
  const kept = await parts.reader.keptValues(institution, commitments);
  return new Map(kept.map(({ commitment, value }) => [commitment, value]));
}

function actOf(
  parts: TraceParts,
  { place, entry, names }: { place: StoredEntry; entry: Entry; names: Names },
): Act {
  const { type, stream, version, occurredOn, recordedAt } = entry;
  return {
    log: {
      institution: entry.log,
      index: place.index,
      leafHash: Buffer.from(place.leafHash).toString("hex"),
    },
    stream,
    version,
    type,
    occurredOn,
    recordedAt,
    cycle: null,
    people: peopleOf(entry, names),
    data: isEventType(type) ? visibleData(type as EventType, entry.data) : {},
    verdicts: verdictsOf(parts.packs, entry),
  };
}

const PERSON = /^(person|decision-maker\.\d+|(?:inspector|expert)\.\d+)(?:\.(name|registration))?$/;

const UNNAMED = { name: null, registrationNumber: null, erased: false };

/** People by their place in the act. */
function peopleOf(entry: Entry, names: Names): Act["people"] {
  const people = new Map<string, Act["people"][number]>();
  for (const [name, commitment] of Object.entries(entry.commitments ?? {})) {
    const [, place, field] = PERSON.exec(name) ?? [];
    if (place === undefined) continue;
    const role = roleOf(entry, place);
    const person = people.get(place) ?? { role, ...UNNAMED };
    const value = names.get(commitment) ?? null;
    if (field === "registration") person.registrationNumber = value;
    else Object.assign(person, { name: value, erased: !names.has(commitment) });
    people.set(place, person);
  }
  return [...people.values()];
}

function roleOf(entry: Entry, place: string): string {
  const [kind = "", number] = place.split(".");
  if (kind === "decision-maker") return kind;
  if (kind === "person") return String(entry.data.role ?? "other");
  const list = entry.data[`${kind}s`];
  const planned = Array.isArray(list) ? (list[Number(number)] as { role?: string }) : undefined;
  return planned?.role ?? kind;
}

function verdictsOf(packs: readonly Pack[], entry: Entry): Verdict[] {
  return (entry.judged ?? []).flatMap(({ pack: id, version, verdicts }) => {
    const pack = packs.find(({ document }) => document.id === id && document.version === version);
    return verdicts.flatMap((verdict): Verdict[] => {
      // An entry's facts are texts, numbers, flags and nulls: the engine wrote them.
      const recorded = verdict as Parameters<typeof explain>[1];
      const words = pack === undefined ? null : explain(pack, recorded);
      if (pack === undefined || words === null) return [];
      const { title, because, kind, confidence, unconfirmed } = words;
      const { requirement, clause, outcome, facts } = verdict;
      const about = { pack: id, version, requirement, clause, outcome };
      const told = { title, ruleTitle: pack.document.title, kind, because };
      return [{ ...about, ...told, facts: { ...facts }, confidence, unconfirmed }];
    });
  });
}

/** A cycle begins with the first certification and with each recertification. */
function withCycles(acts: readonly Act[]): Act[] {
  const inTime = [...acts].sort(byTime);
  let cycle = cycleBefore(inTime);
  return inTime.map((act) => {
    const { activity, recertificationCount } = act.data;
    if (act.type === "CertificateReported" && activity === "recertification") {
      cycle = Math.max(cycle + 1, Number(recertificationCount ?? 0));
    }
    return { ...act, cycle };
  });
}

/** A certificate first heard of in mid-life has cycles behind it that nobody reported. */
function cycleBefore(inTime: readonly Act[]): number {
  const first = inTime.find(({ type }) => type === "CertificateReported");
  const count = Number(first?.data.recertificationCount ?? 0);
  return first?.data.activity === "recertification" ? Math.max(0, count - 1) : count;
}

function byTime(one: Act, other: Act): number {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? -1 : 1;
  return one.log.index - other.log.index;
}

const newestFirst = (acts: readonly Act[]): Act[] => [...acts].reverse();

const isNow = ({ now }: TraceParts, { on, knownAt }: AsOf): boolean =>
  knownAt === null && (on === null || on === chinaDate(now()));
