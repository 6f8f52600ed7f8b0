import { encodeBundle } from "@suzheng/log-format";
import { type Bench, scaled } from "../figure.ts";
import { type Act, sectorActs } from "./sector-acts.ts";
import { connectOneBody, SUBMITTER } from "./sector-reports.ts";

const EVENTS = 60;
const OTHER_ACTS = 20_000;

export type LongHistory = { bundle: string; trustText: string; events: number; others: number };

/**
 * The proof of a certificate with 60 acts, in the log of a body with many others: the acts of
 * several certificates told as of one.
 */
export async function longHistory(bench: Bench): Promise<LongHistory> {
  const others = scaled(bench, OTHER_ACTS, 500);
  const all = await sectorActs(bench, others);
  const platform = await bench.platforms.open();
  const institution = await connectOneBody(platform);
  const number = "00126Q0000001R0S";
  const stream = `certificate/${number}`;
  const own = (type: string, count: number): Act[] =>
    all
      .filter((act) => act.type === type)
      .slice(0, count)
      .map((act) => ({ ...act, stream, expectedVersion: null }));
  const reports = own("CertificateReported", 10);
  const acts = [...reports, ...own("AuditParticipationReported", EVENTS - reports.length)];
  if (acts.length !== EVENTS) throw new Error(`${acts.length} acts are no history of ${EVENTS}`);
  for (const [i, part] of [all, acts].entries()) {
    for (let at = 0; at < part.length; at += 1000) {
      const requestId = `${i}-${at}`;
      const slice = part.slice(at, at + 1000);
      const outcome = await platform.ledger.append({
        institution,
        submitter: SUBMITTER,
        requestId,
        acts: slice,
      });
      if (!outcome.ok) throw new Error(outcome.code);
    }
  }
  await platform.publisher.publish();
  const bundle = await platform.prover.prove(number, institution, [stream]);
  if (bundle === null) throw new Error("the certificate is published");
  const { trustText } = platform;
  await platform.close();
  return { bundle: encodeBundle(bundle), trustText, events: EVENTS, others };
}
