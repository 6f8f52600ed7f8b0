import assert from "node:assert/strict";
import { test } from "node:test";
import { requestMetrics } from "./request-metrics.ts";

const answer = { method: "GET", route: "/c/:number", status: 200, seconds: 0.002 };

/** Values by what stands before them on their line. */
function valuesOf(text: string): Record<string, number> {
  const lines = text.trimEnd().split("\n");
  const samples = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(" "));
  return Object.fromEntries(samples.map(([name = "", value]) => [name, Number(value)]));
}

test("answers are counted by route, method and status", () => {
  const metrics = requestMetrics();
  for (const more of [{}, {}, { status: 404 }, { method: "HEAD" }]) {
    metrics.observe({ ...answer, ...more });
  }
  const values = valuesOf(metrics.text());
  const count = (method: string, status: number) =>
    values[`suzheng_http_requests_total{method="${method}",route="/c/:number",status="${status}"}`];
  assert.deepEqual([count("GET", 200), count("GET", 404), count("HEAD", 200)], [2, 1, 1]);
});

test("a bucket holds every answer up to its bound, that of infinity all of them", () => {
  const metrics = requestMetrics();
  for (const seconds of [0.001, 0.002, 60]) metrics.observe({ ...answer, seconds });
  const values = valuesOf(metrics.text());
  const bucket = (le: string) =>
    values[`suzheng_http_request_seconds_bucket{method="GET",route="/c/:number",le="${le}"}`];
  assert.deepEqual(["0.001", "0.0025", "5", "+Inf"].map(bucket), [1, 2, 2, 3]);
  const labels = '{method="GET",route="/c/:number"}';
  assert.equal(values[`suzheng_http_request_seconds_count${labels}`], 3);
  assert.equal(values[`suzheng_http_request_seconds_sum${labels}`], 60.003);
});
