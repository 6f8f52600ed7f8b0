import type { FastifyInstance } from "fastify";
import type { LogFigures } from "../application/platform-figures.ts";
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

/** Whatever was recorded since the newest checkpoint has waited for as long as that is old. */
function lagSeconds({ actsRecorded, actsPublished, checkpoint }: LogFigures, now: string): number {
  if (actsRecorded === actsPublished || checkpoint === null) return 0;
  return (Date.parse(now) - Date.parse(checkpoint.notedAt)) / MS;
}

async function platformMetrics(app: App): Promise<Metric[]> {
  const figures = await app.logFigures();
  const { actsRecorded, actsPublished, checkpoint } = figures;
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
      "0 when every act is provable, or else the age of the newest checkpoint.",
      lagSeconds(figures, now),
    ),
    gauge("suzheng_directory_size", "Entries under the newest checkpoint.", checkpoint?.size ?? 0),
    ...(checkpoint === null
      ? []
      : [
          gauge(
            "suzheng_checkpoint_age_seconds",
            "Age of the newest checkpoint of the directory.",
            (Date.parse(now) - Date.parse(checkpoint.notedAt)) / MS,
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
