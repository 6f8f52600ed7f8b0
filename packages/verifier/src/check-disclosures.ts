import { type BundleDisclosure, commitmentOf } from "@suzheng/log-format";
import type { Sha256 } from "@suzheng/merkle";
import type { ReadBundle, ReadEvent, ReadLog } from "./read-bundle.ts";
import { isSigned } from "./signed-act.ts";
import type { Step, VerifiedEvent, VerifiedStream } from "./verification.ts";

/** A disclosure with the commitment that it opens; null when it can open none. */
type Opener = { disclosure: BundleDisclosure; commitment: string | null };

const openersOf = (sha256: Sha256, { bundle }: ReadBundle): Opener[] =>
  bundle.disclosures.map((disclosure) => ({
    disclosure,
    commitment: commitmentOf(sha256, disclosure),
  }));

/** Each disclosure opens a commitment of an event of the bundle. */
export function checkDisclosures(sha256: Sha256, read: ReadBundle): Step {
  const openers = openersOf(sha256, read);
  const unopened = openers.find((opener) => !read.logs.some((log) => opensInLog(opener, log)));
  return {
    step: "disclosures",
    outcome: unopened === undefined ? "valid" : "invalid",
    detail:
      unopened === undefined
        ? {
            zh: `披露 ${openers.length} 项，均与承诺相符`,
            en: `${openers.length} disclosed values, each as committed`,
          }
        : {
            zh: `披露的 \`${unopened.disclosure.name}\` 与任何承诺都不符`,
            en: `the disclosed \`${unopened.disclosure.name}\` opens no commitment`,
          },
  };
}

const opensInLog = (opener: Opener, { note, streams }: ReadLog): boolean =>
  opener.disclosure.log === note.log &&
  streams.some(({ events }) => events.some((event) => opens(opener, event)));

function opens({ disclosure, commitment }: Opener, { index, entry }: ReadEvent): boolean {
  const { commitments = {} } = entry;
  if (commitment === null) return false;
  if (disclosure.index !== undefined && disclosure.index !== index) return false;
  return Object.hasOwn(commitments, disclosure.name) && commitments[disclosure.name] === commitment;
}

/** The streams as a reader wants them, each event with what is disclosed of it. */
export function verifiedStreams(sha256: Sha256, read: ReadBundle): VerifiedStream[] {
  const openers = openersOf(sha256, read);
  return read.logs.flatMap(({ note, streams }) => {
    const ofLog = openers.filter(({ disclosure }) => disclosure.log === note.log);
    return streams.map(({ stream, events }) => ({
      log: note.log,
      stream,
      events: events.map((event) => verifiedEvent(event, ofLog)),
    }));
  });
}

function verifiedEvent(event: ReadEvent, openers: readonly Opener[]): VerifiedEvent {
  const { index, leafHashText, entry } = event;
  const opened = openers.filter((opener) => opens(opener, event));
  const disclosed = opened.map(({ disclosure: { name, value } }) => ({ name, value }));
  return { index, leafHash: leafHashText, entry, disclosed, isSigned: isSigned(entry) };
}
