import { addYears, dayOf } from "./calendar.ts";
import { playBody } from "./course/body-history.ts";
import type { BodyRun, SectorRow } from "./course/body-run.ts";
import { foundLines } from "./course/found-lines.ts";
import { malformRows } from "./course/malform-rows.ts";
import { inventedRoster, type Person, staffOf } from "./course/roster.ts";
import { type Fault, type FaultRates, USUAL_FAULT_RATES } from "./fault.ts";
import { certificatesPerBody, type Institution, inventedInstitution } from "./institution.ts";
import { seededRandom } from "./random.ts";

export interface SectorOptions {
  readonly seed: string | number;
  /** At most 799. */
  readonly bodies: number;
  /** Certificates in all, children included; a recertified one keeps counting as one. */
  readonly certificates: number;
  /** The last day of the story, `YYYY-MM-DD`. */
  readonly today: string;
  /** How long the bodies have been reporting; 1 gives about five rows for each certificate. */
  readonly yearsBack?: number;
  /** Share of certificates issued before the bodies began to report. */
  readonly stockShare?: number;
  readonly faultRates?: Partial<FaultRates>;
  /** Share of rows with one broken cell. */
  readonly malformed?: number;
}

export interface BodyHistory {
  readonly institution: Institution;
  readonly auditors: readonly Person[];
  /** One pass; rows in the order of the days on which they are reported. */
  readonly rows: Iterable<SectorRow>;
  /** Grows while `rows` is read, complete at its end. */
  readonly faults: readonly Fault[];
}

export interface Sector {
  readonly today: string;
  /** First day of reporting. */
  readonly from: string;
  readonly institutions: readonly Institution[];
  /** A fresh, identical telling of one body's years. */
  history(approvalNumber: string): BodyHistory;
  /** All bodies, one after another. */
  histories(): Generator<BodyHistory, void, undefined>;
}

const DEFAULT_STOCK_SHARE = 0.72;

/** Names, people and histories of an invented sector; nothing is computed until it is read. */
export function simulateSector(options: SectorOptions): Sector {
  const { bodies, certificates, today } = options;
  if (bodies < 1 || certificates < bodies) {
    throw new Error(`${certificates} certificates cannot fill ${bodies} bodies`);
  }
  const shares = certificatesPerBody(bodies, certificates);
  const institutions = shares.map((_, index) => inventedInstitution(index));
  const history = (approvalNumber: string): BodyHistory => {
    const index = institutions.findIndex((one) => one.approvalNumber === approvalNumber);
    const institution = institutions[index];
    if (institution === undefined) throw new Error(`\`${approvalNumber}\` is not in this sector`);
    return bodyHistory(options, { institution, index, shares });
  };
  return {
    today,
    from: isoFrom(options),
    institutions,
    history,
    *histories() {
      for (const { approvalNumber } of institutions) yield history(approvalNumber);
    },
  };
}

const fromDay = ({ today, yearsBack = 1 }: SectorOptions): number =>
  addYears(dayOf(today), -yearsBack);
const isoFrom = (options: SectorOptions): string =>
  new Date(fromDay(options) * 86_400_000).toISOString().slice(0, 10);

interface BodyPlace {
  readonly institution: Institution;
  readonly index: number;
  readonly shares: readonly number[];
}

function bodyHistory(options: SectorOptions, place: BodyPlace): BodyHistory {
  const { institution } = place;
  const run = bodyRun(options, place);
  const before = place.shares.slice(0, place.index);
  const firstClientSerial = before.reduce((sum, share) => sum + share, 0);
  foundLines(run, {
    certificates: place.shares[place.index] ?? 0,
    stockShare: options.stockShare ?? DEFAULT_STOCK_SHARE,
    firstClientSerial,
  });
  const random = seededRandom(options.seed, `malformed ${institution.approvalNumber}`);
  const rows = malformRows(playBody(run), { random, rate: options.malformed ?? 0 });
  return { institution, auditors: run.roster.auditors, rows, faults: run.faults };
}

function bodyRun(options: SectorOptions, { institution, index, shares }: BodyPlace): BodyRun {
  const random = seededRandom(options.seed, `body ${institution.approvalNumber}`);
  const rates = { ...USUAL_FAULT_RATES, ...options.faultRates };
  const firstSerial = shares.slice(0, index).reduce((sum, share) => {
    const { auditors, decisionMakers } = staffOf(share);
    return sum + auditors + decisionMakers;
  }, 0);
  const overloaded = random.chance(rates.overloadedAuditor);
  const certificates = shares[index] ?? 0;
  return {
    seed: options.seed,
    institution,
    random,
    roster: inventedRoster(random, { certificates, firstSerial, overloaded }),
    rates,
    from: fromDay(options),
    today: dayOf(options.today),
    lines: [],
    agenda: [],
    faults: [],
    rows: [],
    plans: 0,
  };
}
