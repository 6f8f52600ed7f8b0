import { type Trust, type VerifyEd25519, verifyEd25519 } from "@suzheng/log-format";
import type { Sha256 } from "@suzheng/merkle";
import {
  checkDirectoryInclusion,
  checkDirectorySignature,
  checkWitnesses,
  type Pins,
} from "./check-directory.ts";
import { checkDisclosures, verifiedStreams } from "./check-disclosures.ts";
import { checkCurrency, checkHistory, checkInclusion, checkNote } from "./check-log.ts";
import { checkSignatures } from "./check-signatures.ts";
import { type ReadBundle, readBundle } from "./read-bundle.ts";
import type { Outcome, ProvableUpTo, Step, Verification } from "./verification.ts";

/** Between a directory and its witnesses, at most. */
const CLOCKS_DIFFER_MS = 300_000;

export type BundleToVerify = {
  /** Text of the file. */
  bundle: string;
  /** From `parseTrust`; pinned beforehand, never taken from the bundle's sender. */
  trust: Trust;
  sha256: Sha256;
  /** A native implementation, if there is one; otherwise noble's. */
  verifyEd25519?: VerifyEd25519;
  onStep?: (step: Step) => void;
};

/** Checks a proof bundle offline. Never throws over anything the bundle says. */
export function verifyBundle({ onStep, ...input }: BundleToVerify): Verification {
  const walk = verificationSteps(input);
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
    onStep?.(value);
  }
}

/** The same, one step for each `next()`, for who shows them one by one. */
export function* verificationSteps(
  input: Omit<BundleToVerify, "onStep">,
): Generator<Step, Verification> {
  const pins: Pins = { verifyEd25519, ...input };
  const parsed = readBundle(pins.sha256, input.bundle);
  if (parsed.outcome === "malformed") {
    const step: Step = { step: "format", outcome: "malformed", detail: parsed.detail };
    yield step;
    return refused([step], null);
  }
  const read = parsed.value;
  const steps: Step[] = [];
  const walk = stepsOf(read, pins);
  let next = walk.next();
  for (; !next.done; next = walk.next()) {
    steps.push(next.value);
    yield next.value;
    // What comes after would lean on something false.
    if (next.value.outcome === "invalid") return refused(steps, read);
  }
  if (steps.some(({ outcome }) => outcome !== "valid")) return refused(steps, read);
  return {
    outcome: "valid",
    steps,
    subject: read.bundle.subject,
    provableUpTo: upTo(read.directoryEntry.notedAt, next.value),
    streams: verifiedStreams(pins.sha256, read),
  };
}

/** All steps in order; returns the time that the witnesses vouch for. */
function* stepsOf(read: ReadBundle, pins: Pins): Generator<Step, string | null> {
  const { sha256 } = pins;
  yield { step: "format", outcome: "valid", detail: FORMAT_DETAIL };
  yield checkDirectorySignature(read, pins);
  const witnesses = checkWitnesses(read, pins);
  yield witnesses.step;
  yield checkDirectoryInclusion(read, pins);
  for (const log of read.logs) yield checkNote(sha256, read, log);
  for (const log of read.logs) {
    for (const stream of log.streams) yield checkCurrency(sha256, log, stream);
  }
  for (const log of read.logs) {
    for (const stream of log.streams) yield checkHistory(read, log, stream);
  }
  for (const log of read.logs) yield checkInclusion(sha256, log);
  yield checkDisclosures(sha256, read);
  yield* checkSignatures(read, pins);
  return witnesses.cosignedAt;
}

/** A directory that says a time which its witnesses had not reached is believed only as far. */
function upTo(notedAt: string, cosignedAt: string | null): ProvableUpTo {
  const isAhead =
    cosignedAt !== null && Date.parse(notedAt) > Date.parse(cosignedAt) + CLOCKS_DIFFER_MS;
  return { notedAt: isAhead ? cosignedAt : notedAt, cosignedAt };
}

const FORMAT_DETAIL = { zh: "文件格式正确", en: "the file is a well-formed proof" };

function refused(steps: Step[], read: ReadBundle | null): Verification {
  const worst = (["malformed", "invalid"] satisfies Outcome[]).find((outcome) =>
    steps.some((step) => step.outcome === outcome),
  );
  return {
    outcome: worst ?? "could-not-check",
    steps,
    subject: read?.bundle.subject ?? null,
    provableUpTo: null,
    streams: [],
  };
}
