import { type Bundle, type Entry, toBase64Url } from "@suzheng/log-format";
import { sampleBundle, sampleDirectory } from "./sample-directory.fixture.ts";
import { type Lie, sampleLog } from "./sample-log.fixture.ts";
import { BODY, CERTIFICATE, NUMBER, PROJECT } from "./sample-sector.fixture.ts";
import type { Outcome, StepName } from "./verification.ts";

// What nobody but the institution and the directory could make: everything is hashed, noted, signed
// and cosigned, and what the entries say contradicts itself.

export type DishonestBundle = {
  name: string;
  description: string;
  bundle: Bundle;
  expect: { outcome: Outcome; step: StepName | null };
};

const NOTED_AT = "2026-11-22T04:00:02.000Z";

export async function dishonestBundles(): Promise<DishonestBundle[]> {
  const invalid = (step: StepName) => ({ outcome: "invalid", step }) as const;
  return [
    {
      name: "time-falls-in-a-stream",
      description: "the log says that the suspension was recorded before the certificate",
      bundle: await bundleOf([
        { lie: { recordedAt: "2026-03-20T12:00:00.000Z" } },
        { lie: { recordedAt: "2026-03-19T12:00:00.000Z" } },
      ]),
      expect: invalid("history"),
    },
    {
      name: "time-falls-in-a-log",
      description: "an act of the project is recorded before one that stands earlier in the log",
      bundle: await bundleOf([
        { lie: { recordedAt: "2026-03-20T12:00:00.000Z" } },
        { stream: PROJECT, lie: { recordedAt: "2026-03-19T12:00:00.000Z" } },
      ]),
      expect: invalid("inclusion"),
    },
    {
      name: "recorded-after-it-was-noted",
      description: "the log says a time that comes after the directory noted it",
      bundle: await bundleOf([{ lie: { recordedAt: "2031-01-01T12:00:00.000Z" } }]),
      expect: invalid("history"),
    },
    {
      name: "history-against-the-order-of-the-log",
      description: "the second event of the certificate stands before the first in the log",
      bundle: await historyBackwards(),
      expect: invalid("history"),
    },
    {
      name: "of-another-body",
      description: "the subject names the issuer, the history stands in another body's log",
      bundle: await ofAnotherBody(),
      expect: { outcome: "malformed", step: "format" },
    },
  ];
}

/** Noted at a time that the witnesses had not reached. */
export const notedAhead = (): Promise<Bundle> => bundleOf([{}], "2099-01-01T00:00:00.000Z");

type Told = { stream?: string; lie?: Lie };

async function bundleOf(acts: readonly Told[], notedAt = NOTED_AT): Promise<Bundle> {
  const log = sampleLog(BODY);
  for (const { stream = CERTIFICATE, lie } of acts) log.record(actIn(stream), lie);
  const state = await sampleDirectory().note(notedAt, [await log.publish()]);
  const streams = [...new Set(acts.map(({ stream = CERTIFICATE }) => stream))];
  return sampleBundle(state, {
    number: NUMBER,
    institution: BODY,
    streams: streams.map((stream) => ({ log: BODY, stream })),
  });
}

const actIn = (stream: string): Pick<Entry, "stream" | "type" | "occurredOn" | "data"> => ({
  stream,
  type: "CertificateReported",
  occurredOn: "2026-03-20",
  data: { number: NUMBER, status: "valid" },
});

/**
 * The first event has no reference to its own place, so its hash is known before it is recorded.
 */
async function historyBackwards(): Promise<Bundle> {
  const first = sampleLog(BODY).record(actIn(CERTIFICATE));
  const hash = toBase64Url(first.leafHash);
  const log = sampleLog(BODY);
  log.record(actIn(CERTIFICATE), { version: 2, previous: { index: 1, hash } });
  log.record(actIn(CERTIFICATE), { version: 1, previous: null });
  const published = await log.publish([0]);
  const state = await sampleDirectory().note(NOTED_AT, [
    { ...published, acts: published.acts.toReversed() },
  ]);
  const streams = [{ log: BODY, stream: CERTIFICATE }];
  return sampleBundle(state, { number: NUMBER, institution: BODY, streams });
}

async function ofAnotherBody(): Promise<Bundle> {
  const bundle = await bundleOf([{}]);
  return {
    ...bundle,
    subject: { kind: "certificate", institution: "CNCA-R-2099-002", number: NUMBER },
  };
}
