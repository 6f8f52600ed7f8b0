import type { AppendRequest, Ledger } from "../../packages/server/src/application/ledger/ledger.ts";
import type { Bench } from "../figure.ts";
import { connectBodies, importFiles, writeReports } from "./sector-reports.ts";

export type Act = AppendRequest["acts"][number];

/** Reports that the simulator writes for one certificate of a year, about. */
const ACTS_PER_CERTIFICATE = 5;

/**
 * Acts exactly as an import of one body's reports makes them, judged by the rules: an import into
 * an installation that is thrown away, watched at the ledger. Streams are whole and follow one
 * another in no order of kind.
 */
export async function sectorActs(bench: Bench, wanted: number): Promise<Act[]> {
  const platform = await bench.platforms.open();
  const folder = bench.platforms.folder();
  const certificates = Math.ceil((wanted / ACTS_PER_CERTIFICATE) * 1.2);
  const { sector, files } = await writeReports(folder, { bodies: 1, certificates });
  await connectBodies(platform, sector.institutions);
  const streams = new Map<string, Act[]>();
  const ledger: Ledger = {
    async append(request) {
      const outcome = await platform.ledger.append(request);
      for (const act of outcome.ok ? request.acts : []) {
        const acts = streams.get(act.stream) ?? [];
        streams.set(act.stream, acts);
        acts.push(act);
      }
      return outcome;
    },
  };
  await importFiles({ ...platform, ledger, startAppenderThread: null }, files, folder);
  await platform.close();
  return mixed(streams).slice(0, wanted);
}

/** By the end of their names first, so that kinds and serial numbers are mixed alike throughout. */
function mixed(streams: ReadonlyMap<string, Act[]>): Act[] {
  const keyOf = (stream: string) => [...stream].reverse().join("");
  return [...streams]
    .toSorted(([one], [other]) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .flatMap(([, acts]) => acts);
}
