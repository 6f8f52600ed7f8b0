import type { FastifyInstance } from "fastify";
import type { App } from "./app.ts";
import { requestMetrics } from "./request-metrics.ts";

const TYPE = "text/plain; version=0.0.4; charset=utf-8";
/** Where no route was found; what was asked for is no label, anyone could make up more. */
const NO_ROUTE = "none";
const MS = 1000;

type Metric = {
  name: string;
  type: "counter" | "gauge";
  help: string;
  /** Value by labels, written as in the format. */
  values: Record<string, number>;
};

function metricText({ name, type, help, values }: Metric): string {
  const lines = Object.entries(values).map(([labels, value]) => `${name}${labels} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ""].join("\n");
}

const secondsSince = (instant: string, now: string): number =>
  (Date.parse(now) - Date.parse(instant)) / MS;

async function platformMetrics(app: App): Promise<Metric[]> {
  const { actsRecorded, actsPublished, waitingSince, checkpoint } = await app.logFigures();
  const now = app.now();
  const counter = (name: string, help: string, value: number): Metric => ({
    name,
    type: "counter",
    help,
    values: { "": value },
  });
  const gauge = (name: string, help: string, value: number): Metric => ({
    ...counter(name, help, value),
    type: "gauge",
  });
  const rows = Object.entries(app.imports.rows());
  return [
    counter(
      "suzheng_acts_recorded_total",
      "Acts in all logs, the directory left out.",
      actsRecorded,
    ),
    counter("suzheng_acts_published_total", "Acts that the directory notes.", actsPublished),
    gauge(
      "suzheng_provable_lag_seconds",
      "0 when every act is provable, or else the age of the newest checkpoint, or of the oldest act.",
      waitingSince === null ? 0 : secondsSince(waitingSince, now),
    ),
    gauge("suzheng_directory_size", "Entries under the newest checkpoint.", checkpoint?.size ?? 0),
    ...(checkpoint === null
      ? []
      : [
          gauge(
            "suzheng_checkpoint_age_seconds",
            "Age of the newest checkpoint of the directory.",
            secondsSince(checkpoint.notedAt, now),
          ),
        ]),
    {
      name: "suzheng_import_rows_total",
      type: "counter",
      help: "Rows of uploaded files that this process has worked through, dry runs left out.",
      values: Object.fromEntries(rows.map(([end, count]) => [`{outcome="${end}"}`, count])),
    },
  ];
}

/** `/metrics` for Prometheus, and what counts the answers of every route for it. */
export function metricsRoute(app: App, server: FastifyInstance): void {
  const requests = requestMetrics();
  server.addHook("onResponse", (request, reply, done) => {
    requests.observe({
      method: request.method,
      route: request.is404 ? NO_ROUTE : (request.routeOptions.url ?? NO_ROUTE),
      status: reply.raw.statusCode,
      seconds: reply.elapsedTime / MS,
    });
    done();
  });
  server.get("/metrics", { schema: { hide: true } }, async (_request, reply) => {
    const platform = (await platformMetrics(app)).map(metricText).join("");
    return reply
      .type(TYPE)
      .header("cache-control", "no-store")
      .send(platform + requests.text());
  });
}
