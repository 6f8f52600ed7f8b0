import { hashLeaf, hashNode, logMapValue, mapKey } from "@suzheng/merkle";
import { fsckPlatform } from "@suzheng/server";
import { sha256 } from "../../packages/server/src/ledger/sha256.ts";
import { type Bench, count, type Row, scaled, times } from "../figure.ts";
import { type EntryRow, readEntries } from "../raw-insert.ts";
import { connectBodies, importFiles, writeReports } from "../sector-reports.ts";

const CERTIFICATES = 20_000;
const BODIES = 12;
const SHARE_OF_HASHING = 0.4;

/**
 * Seconds for the hash calls of a check alone, over entries that are in memory: leaves, nodes, keys
 * and map.
 */
function hashAlone(entries: readonly EntryRow[]): number {
  const bytes = entries.map(({ entry }) => Buffer.from(entry));
  const streams = [
    ...new Map(entries.map((row) => [`${row.institution} ${row.stream}`, row])).values(),
  ];
  const startedAt = performance.now();
  let node = hashLeaf(sha256, Buffer.alloc(0));
  for (const entry of bytes) {
    node = hashNode(sha256, node, hashLeaf(sha256, entry));
  }
  for (const { stream, index, leaf_hash } of streams) {
    const key = mapKey(sha256, stream);
    const value = logMapValue(sha256, index, leaf_hash);
    // A leaf of the map and, as in every binary tree, about one branch for each leaf.
    node = hashNode(sha256, node, hashNode(sha256, key, value));
  }
  return (performance.now() - startedAt) / 1000;
}

/** Recomputing everything from the entries, against hashing the same bytes and nothing else. */
export async function figure(bench: Bench): Promise<Row[]> {
  const platform = await bench.platforms.open();
  const folder = bench.platforms.folder();
  const certificates = scaled(bench, CERTIFICATES, 400);
  const { sector, files } = await writeReports(folder, { bodies: BODIES, certificates });
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  await platform.publisher.publish();
  const report = await fsckPlatform(platform);
  const entries = await readEntries(platform, 0);
  hashAlone(entries.slice(0, 2000));
  const alone = hashAlone(entries);
  await platform.close();
  const ratio = alone / report.seconds;
  const megabytes = (seconds: number) => `${(report.bytes / seconds / 1e6).toFixed(0)} MB/s`;
  return [
    {
      figure: "fsck",
      what: `${count(report.entries)} entries, ${(report.bytes / 1e6).toFixed(0)} MB, ${BODIES} logs`,
      measured: `${megabytes(report.seconds)}, ${count(report.entries / report.seconds)} entries/s`,
      limit: `${megabytes(alone)} hashing the same bytes alone`,
      target: `${SHARE_OF_HASHING} × hashing (${times(ratio)})`,
      met: report.ok && ratio >= SHARE_OF_HASHING,
      notes: [
        `${report.ok ? "no damage found" : `${report.damaged} damages, the first: ${JSON.stringify(report.damages[0])}`}; ` +
          `${report.seconds.toFixed(1)} s, hashing ${alone.toFixed(2)} s`,
      ],
    },
  ];
}
