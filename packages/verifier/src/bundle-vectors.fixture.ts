import { type Bundle, encodeBundle, formatNote, parseNote, type Trust } from "@suzheng/log-format";
import { DAMAGES } from "./bundle-damage.fixture.ts";
import { directoryDamages } from "./directory-damage.fixture.ts";
import { dishonestBundles, notedAhead } from "./dishonest-log.fixture.ts";
import { type DirectoryState, sampleBundle, TRUST } from "./sample-directory.fixture.ts";
import { BODY, CERTIFICATE, fullBundle, sampleSector } from "./sample-sector.fixture.ts";
import type { Outcome, ProvableUpTo, StepName } from "./verification.ts";

/**
 * One file of `fixtures/bundles`: a proof bundle, what it is checked against and what comes out.
 */
export type BundleVector = {
  name: string;
  description: string;
  trust: Trust;
  /** Exact text of the file. */
  bundle: string;
  expect: {
    outcome: Outcome;
    /** First step that is not valid; null when all are. */
    step: StepName | null;
    provableUpTo: ProvableUpTo | null;
    /** Number of events by stream, `log stream`. */
    events?: { [stream: string]: number };
  };
};

const UP_TO = { notedAt: "2026-11-22T04:00:02.000Z", cosignedAt: "2026-11-22T04:00:05.000Z" };

/** All vectors, the same on every run. */
export async function bundleVectors(): Promise<BundleVector[]> {
  const states = await sampleSector();
  const full = await fullBundle(states[2]);
  const damages = [...DAMAGES, ...(await directoryDamages(states))];
  return [
    ...(await validVectors(states, full)),
    ...damages.map(({ name, description, damage, expect }) => ({
      ...{ name, description, trust: TRUST, bundle: encodeBundle(damage(full)) },
      expect: { ...expect, provableUpTo: null },
    })),
    ...(await dishonestBundles()).map(({ bundle, expect, ...named }) => ({
      ...{ ...named, trust: TRUST, bundle: encodeBundle(bundle) },
      expect: { ...expect, provableUpTo: null },
    })),
    ...textDamages(encodeBundle(full)),
  ];
}

async function validVectors(
  [, suspended, newest]: readonly [DirectoryState, DirectoryState, DirectoryState],
  full: Bundle,
): Promise<BundleVector[]> {
  const never = "09926Q19999R0S";
  const absent = await sampleBundle(newest, {
    number: never,
    institution: BODY,
    streams: [{ log: BODY, stream: `certificate/${never}` }],
  });
  const note = parseNote(full.directory.checkpoint);
  if (note.outcome === "malformed") throw new Error(note.detail.en);
  const line = { name: "sm2.example", keyId: new Uint8Array(4), bytes: new Uint8Array(80) };
  const another = formatNote({ ...note.value, signatures: [line, ...note.value.signatures] });
  const events = eventCounts(full);
  const unwitnessed: Trust = { ...TRUST, policy: { witnesses: [], quorum: 0 } };
  return [
    valid("valid", "the whole file, two names disclosed", { bundle: full, events }),
    valid("valid-nothing-disclosed", "the same without disclosures", {
      bundle: { ...full, disclosures: [] },
      events,
    }),
    valid("valid-never-recorded", "a number that the body's log does not have", {
      bundle: absent,
      events: eventCounts(absent),
    }),
    valid(
      "valid-as-of-the-suspension",
      "made when the certificate was suspended: true up to then",
      {
        bundle: { ...(await fullBundle(suspended)), disclosures: full.disclosures.slice(0, 1) },
        events: eventCounts(await fullBundle(suspended)),
        notedAt: "2026-07-01T12:00:01.000Z",
      },
    ),
    valid("valid-unknown-signature-line", "a signature line of a kind not known here is ignored", {
      bundle: { ...full, directory: { ...full.directory, checkpoint: another } },
      events,
    }),
    valid("valid-noted-ahead-of-its-witnesses", "believed only up to the witnesses' time", {
      bundle: await notedAhead(),
      events: { [`${BODY} ${CERTIFICATE}`]: 1 },
      notedAt: UP_TO.cosignedAt,
    }),
    {
      ...valid("valid-without-witnesses", "a trust file that asks for no witnesses", {
        bundle: full,
        events,
      }),
      trust: unwitnessed,
      expect: { ...VALID, provableUpTo: { ...UP_TO, cosignedAt: null }, events },
    },
  ];
}

const VALID = { outcome: "valid", step: null } as const;

function valid(
  name: string,
  description: string,
  given: { bundle: Bundle; events: { [stream: string]: number }; notedAt?: string },
): BundleVector {
  const { bundle, events, notedAt = UP_TO.notedAt } = given;
  const expect = { ...VALID, provableUpTo: { ...UP_TO, notedAt }, events };
  return { name, description, trust: TRUST, bundle: encodeBundle(bundle), expect };
}

const eventCounts = (bundle: Bundle): { [stream: string]: number } =>
  Object.fromEntries(
    bundle.logs.flatMap(({ note, streams }) =>
      streams.map(({ stream, events }) => [`${note.log} ${stream}`, events.length]),
    ),
  );

function textDamages(text: string): BundleVector[] {
  const rows: [name: string, description: string, bundle: string][] = [
    ["empty", "an empty file", ""],
    ["truncated", "the file is cut in the middle", text.slice(0, text.length / 2)],
    ["not-json", "the file is something else", "%PDF-1.7\n"],
    ["not-an-object", "a JSON file of another kind", "[]\n"],
    [
      "later-format",
      "a format of a later time",
      text.replace("suzheng-proof/1", "suzheng-proof/2"),
    ],
    ["unknown-field", "a field that the format does not have", text.replace("{", '{"extra": 1,')],
    ["index-as-text", "an index is written as text", text.replace('"index": 2', '"index": "2"')],
    ["negative-index", "an index is below zero", text.replace('"index": 2', '"index": -1')],
  ];
  return rows.map(([name, description, bundle]) => ({
    ...{ name, description, trust: TRUST, bundle },
    expect: { outcome: "malformed", step: "format", provableUpTo: null },
  }));
}
