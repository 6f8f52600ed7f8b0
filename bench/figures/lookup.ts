import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BenchServer, serveWithBareRoute } from "../bench-server.ts";
import { type Bench, count, ms, type Row, scaled, times } from "../figure.ts";
import { runLoad } from "../in-child/run-load.ts";
import { type ManyCertificates, manyCertificates } from "../installations/many-certificates.ts";
import { median, percentile } from "../percentile.ts";
import { useOf } from "../process-usage.ts";

const CONNECTIONS = 32;
const SECONDS = 6;
const ROUNDS = 3;
/** Until the answers that many ask for are at hand, as on any server that has run for a minute. */
const ZIPF_WARM_SECONDS = 60;
const P99_MS = 15;
const KINDS = ["bare", "uniform", "zipf"] as const;

type Kind = (typeof KINDS)[number];
type Round = { rate: number; p50: number; p99: number; serverUs: number; postgresUs: number };

/** `/bare` answers what a lookup answers: as many bytes, the same headers. */
async function answerLikeLookup(server: BenchServer, path: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
  const body = await answer.text();
  const headers: Record<string, string> = {};
  for (const name of ["content-type", "etag", "cache-control"]) {
    headers[name] = answer.headers.get(name) ?? "";
  }
  server.answerBare(body, headers);
}

async function measure(bench: Bench, filled: ManyCertificates): Promise<Record<Kind, Round[]>> {
  const { dataFolder } = filled.platform;
  const server = await serveWithBareRoute(filled.platform);
  const bareFile = join(filled.folder, "bare-path");
  writeFileSync(bareFile, "/bare\n");
  const [first] = await filled.platform.database.query<{ number: string }>(
    "select number from certificates limit 1 offset 5000",
  );
  await answerLikeLookup(server, `/api/v1/certificates/${first?.number}`);
  const round = async (kind: Kind, seconds: number): Promise<Round> => {
    const { result: report, use } = await useOf(dataFolder, () =>
      runLoad({
        port: server.port,
        pathsFile: kind === "bare" ? bareFile : filled.pathsFile,
        pick: kind === "bare" ? "in-turn" : kind,
        connections: CONNECTIONS,
        seconds,
      }),
    );
    const { latencies } = report;
    return {
      rate: latencies.length / report.seconds,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      serverUs: use.nodeUs / latencies.length,
      postgresUs: use.postgresUs / latencies.length,
    };
  };
  const seconds = scaled(bench, SECONDS, 2);
  for (const kind of KINDS) await round(kind, seconds);
  await round("zipf", scaled(bench, ZIPF_WARM_SECONDS, 2));
  const rounds: Record<Kind, Round[]> = { bare: [], uniform: [], zipf: [] };
  for (let i = 0; i < ROUNDS; i++) {
    for (const kind of KINDS) rounds[kind].push(await round(kind, seconds));
  }
  await server.close();
  return rounds;
}

/**
 * Certificate lookup by number over HTTP against a route of the same server whose answer is ready.
 */
export async function figure(bench: Bench): Promise<Row[]> {
  const filled = await manyCertificates(bench);
  const rounds = await measure(bench, filled);
  const middle = (kind: Kind, of: keyof Round) => median(rounds[kind].map((round) => round[of]));
  const bareRate = middle("bare", "rate");
  const cpu = (kind: Kind) =>
    `${count(middle(kind, "serverUs"))} µs of processor an answer, ${count(middle(kind, "postgresUs"))} µs more in PostgreSQL`;
  const row = (kind: Kind, name: string, share: number): Row => {
    const ratio = middle(kind, "rate") / bareRate;
    const p99 = middle(kind, "p99");
    const p50 = ms(middle(kind, "p50"));
    return {
      figure: "lookup",
      what: `${name} of ${count(filled.certificates)} certificates, ${CONNECTIONS} connections`,
      measured: `${count(middle(kind, "rate"))}/s, p50 ${p50}, p99 ${ms(p99)}`,
      limit: `${count(bareRate)}/s bare route, p99 ${ms(middle("bare", "p99"))}`,
      target: `${share} × bare (${times(ratio)}), p99 < ${P99_MS} ms`,
      met: ratio >= share && p99 < P99_MS,
      notes: [`${name} ${cpu(kind)}; bare ${cpu("bare")}`],
    };
  };
  return [row("uniform", "uniform choice", 0.35), row("zipf", "Zipf choice, s = 1,", 0.7)];
}
