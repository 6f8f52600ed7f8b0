import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type ActType,
  type Facts,
  judge,
  loadPacks,
  type Pack,
  VOCABULARY,
  whatIf,
  withParameters,
} from "@suzheng/rules";
import { type Bench, count, type Row, scaled } from "../figure.ts";

const RULE_PACKS = join(import.meta.dirname, "..", "..", "rule-packs");
const QMS = "cnca-qms-01/2025";
const ACTS = 200_000;
const PER_SECOND_MIN = 5_000;

type Act = { readonly type: ActType; readonly facts: Facts };

const read = (folder: string, name: string) => readFileSync(join(RULE_PACKS, folder, name), "utf8");

const textsOf = (folder: string) => ({
  pack: read(folder, "pack.yaml"),
  examples: read(folder, "examples.yaml"),
});

function loadAll(): readonly Pack[] {
  const folders = globSync("*/*/pack.yaml", { cwd: RULE_PACKS }).map(dirname).sort();
  const loaded = loadPacks(folders.map((place) => ({ place, ...textsOf(place) })));
  if (loaded.ok) return loaded.packs;
  throw new Error(JSON.stringify(loaded.errors[0]));
}

/** The QMS pack with other values for four parameters. */
function otherVersion(): Pack {
  const values = {
    firstSurveillanceMonths: 11,
    certificatesMax: 40,
    onSiteShareMin: 0.9,
    reportDayOfMonth: 5,
  };
  const loaded = withParameters(textsOf(QMS), values);
  if (loaded.ok) return loaded.pack;
  throw new Error(JSON.stringify(loaded.errors[0]));
}

const qms = (packs: readonly Pack[]): Pack => {
  const found = packs.find(({ document }) => document.id === "cnca-qms-01");
  if (found === undefined) throw new Error("cnca-qms-01 is shipped");
  return found;
};

/** The pack's examples as acts, with every fact of their type: null where it is not known. */
function actsOf(pack: Pack): Act[] {
  const { usual, examples } = pack.examples;
  return [...pack.requirements.values()].flatMap(({ document: { id, on } }) => {
    const unknown = Object.fromEntries(Object.keys(VOCABULARY[on]).map((name) => [name, null]));
    const given = { ...unknown, ...usual[on], ...examples[id]?.given };
    return (examples[id]?.cases ?? []).map(({ facts }) => ({
      type: on,
      facts: { ...given, ...facts },
    }));
  });
}

/** Acts a second of processor time, over `total` acts; a first round warms up. */
function rateOf(acts: readonly Act[], total: number, use: (act: Act) => unknown): number {
  for (const act of acts) use(act);
  const rounds = Math.max(1, Math.round(total / acts.length));
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const act of acts) use(act);
  const { user, system } = process.cpuUsage(before);
  return (rounds * acts.length) / ((user + system) / 1_000_000);
}

/** Judging with the facts at hand, on one core, without database or encoding. */
export async function figure(bench: Bench): Promise<Row[]> {
  const packs = loadAll();
  const pack = qms(packs);
  const acts = actsOf(pack);
  const total = scaled(bench, ACTS, 1_000);
  const judged = (given: readonly Pack[], scheme: string) =>
    rateOf(acts, total, ({ type, facts }) =>
      judge({ packs: given, act: { type, scheme, on: "2026-06-01" }, facts }),
    );
  const tryOut = whatIf(pack, otherVersion());
  const stringified = rateOf(acts, total, ({ facts }) => JSON.stringify(facts));
  const limit = `${count(stringified)} acts/s: the same facts through JSON.stringify`;
  const row = (what: string, rate: number, notes: string[] = []): Row => ({
    figure: "judge",
    what,
    measured: `${count(rate)} acts/s of processor time`,
    limit,
    target: `≥ ${count(PER_SECOND_MIN)} acts/s on one core`,
    met: rate >= PER_SECOND_MIN,
    notes,
  });
  const size = pack.requirements.size;
  return [
    row(
      `${count(total)} acts against ${pack.document.number}, ${size} requirements`,
      judged([pack], "QMS"),
      [`acts: the pack's ${acts.length} examples over and over, each with all facts of its type`],
    ),
    row(
      `the same acts as of the EMS, against all ${packs.length} shipped packs`,
      judged(packs, "EMS"),
    ),
    row(
      "the same acts tried with four other parameters, both versions",
      rateOf(acts, total, ({ type, facts }) => tryOut.compare(type, facts)),
    ),
  ];
}
