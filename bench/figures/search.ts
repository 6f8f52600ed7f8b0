import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serveWithBareRoute } from "../bench-server.ts";
import { type Bench, count, ms, type Row, scaled } from "../figure.ts";
import { type ManyCertificates, manyCertificates } from "../many-certificates.ts";
import { percentile } from "../percentile.ts";
import { runLoad } from "../run-load.ts";

const CONNECTIONS = 4;
const SECONDS = 20;
const P99_MS = 100;
const TERMS_OF_A_KIND = 40;

type Kind = "common" | "two characters" | "three characters" | "four characters" | "no hits";
type Term = { kind: Kind; text: string };

const COMMON = ["有限", "科技", "公司", "机械", "制品", "有限公司", "责任", "深圳", "服务"];
/** Characters of names that meet in none; and one that is in no name at all. */
const ABSENT = ["公有", "司限科", "械制责任", "龘龘", "技科电子", "阿尔法贝塔"];

/** Terms of every kind alike, pieces of names that are really there. */
async function termsOf({ platform, certificates }: ManyCertificates): Promise<Term[]> {
  const names = await platform.database.query<{ name: string }>(
    `select holder_name as name from certificates
     where hashtext(number) % $1 = 0 order by number limit ${TERMS_OF_A_KIND}`,
    [Math.max(1, Math.floor(certificates / 1000))],
  );
  const pieces = (kind: Kind, length: number): Term[] =>
    names.map(({ name }) => ({ kind, text: [...name].slice(2, 2 + length).join("") }));
  const repeated = (kind: Kind, texts: readonly string[]): Term[] =>
    Array.from({ length: names.length }, (_, i) => ({ kind, text: texts[i % texts.length] ?? "" }));
  const kinds = [
    repeated("common", COMMON),
    pieces("two characters", 2),
    pieces("three characters", 3),
    pieces("four characters", 4),
    repeated("no hits", ABSENT),
  ];
  return names.flatMap((_, i) => kinds.flatMap((terms) => terms[i] ?? []));
}

const line = (latencies: readonly number[]) =>
  `p50 ${ms(percentile(latencies, 0.5))}, p99 ${ms(percentile(latencies, 0.99))}`;

/** Search by a part of the holder's name over HTTP, kinds of terms in turn. */
export async function figure(bench: Bench): Promise<Row[]> {
  const filled = await manyCertificates(bench);
  const terms = await termsOf(filled);
  const pathsFile = join(filled.folder, "search-paths");
  const paths = terms.map(({ text }) => `/api/v1/certificates?q=${encodeURIComponent(text)}`);
  writeFileSync(pathsFile, paths.join("\n"));
  const bareFile = join(filled.folder, "bare-search-path");
  writeFileSync(bareFile, "/bare\n");
  const server = await serveWithBareRoute(filled.platform);
  const sample = await fetch(`http://127.0.0.1:${server.port}${paths[0]}`);
  server.answerBare(await sample.text(), { "content-type": "application/json; charset=utf-8" });
  const asked = { port: server.port, pick: "in-turn", connections: CONNECTIONS } as const;
  const bare = await runLoad({ ...asked, pathsFile: bareFile, seconds: 2 });
  await runLoad({ ...asked, pathsFile, seconds: 3 });
  const found = await runLoad({ ...asked, pathsFile, seconds: scaled(bench, SECONDS, 3) });
  await server.close();
  const kinds = [...new Set(terms.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => {
    const own = found.latencies.filter((_, i) => terms[found.picked[i] ?? 0]?.kind === kind);
    return `${kind} (${count(own.length)}): ${line(own)}, max ${ms(percentile(own, 1))}`;
  });
  return [
    {
      figure: "search",
      what: `part of a holder name among ${count(filled.certificates)}, ${CONNECTIONS} connections`,
      measured: `${line(found.latencies)}; ${count(found.latencies.length / found.seconds)}/s`,
      limit: `bare route ${line(bare.latencies)}`,
      target: `p99 < ${P99_MS} ms`,
      met: percentile(found.latencies, 0.99) < P99_MS,
      notes: byKind,
    },
  ];
}
