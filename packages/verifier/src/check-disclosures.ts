import { type BundleDisclosure, opensCommitment } from "@suzheng/log-format";
import type { Sha256 } from "@suzheng/merkle";
import type { ReadBundle, ReadEvent, ReadLog } from "./read-bundle.ts";
import type { Step, VerifiedEvent, VerifiedStream } from "./verification.ts";

/** Each disclosure opens a commitment of an event of the bundle. */
export function checkDisclosures(sha256: Sha256, { bundle, logs }: ReadBundle): Step {
  const { disclosures } = bundle;
  const events = logs.flatMap((log) => eventsOf(log).map((event) => ({ log, event })));
  const unopened = disclosures.find(
    (disclosure) => !events.some(({ log, event }) => opens(sha256, disclosure, { log, event })),
  );
  return {
    step: "disclosures",
    outcome: unopened === undefined ? "valid" : "invalid",
    detail:
      unopened === undefined
        ? {
            zh: `披露 ${disclosures.length} 项，均与承诺相符`,
            en: `${disclosures.length} disclosed values, each as committed`,
          }
        : {
            zh: `披露的 \`${unopened.name}\` 与任何承诺都不符`,
            en: `the disclosed \`${unopened.name}\` opens no commitment`,
          },
  };
}

const eventsOf = ({ streams }: ReadLog): ReadEvent[] => streams.flatMap(({ events }) => events);

function opens(
  sha256: Sha256,
  disclosure: BundleDisclosure,
  { log, event }: { log: ReadLog; event: ReadEvent },
): boolean {
  const { commitments = {} } = event.entry;
  if (disclosure.log !== log.note.log) return false;
  if (disclosure.index !== undefined && disclosure.index !== event.index) return false;
  if (!Object.hasOwn(commitments, disclosure.name)) return false;
  return opensCommitment(sha256, commitments[disclosure.name] ?? "", disclosure);
}

/** The streams as a reader wants them, each event with what is disclosed of it. */
export const verifiedStreams = (sha256: Sha256, { bundle, logs }: ReadBundle): VerifiedStream[] =>
  logs.flatMap((log) =>
    log.streams.map(({ stream, events }) => ({
      log: log.note.log,
      stream,
      events: events.map((event): VerifiedEvent => {
        const opened = bundle.disclosures.filter((one) => opens(sha256, one, { log, event }));
        return {
          index: event.index,
          leafHash: event.leafHashText,
          entry: event.entry,
          disclosed: opened.map(({ name, value }) => ({ name, value })),
        };
      }),
    })),
  );
