/** Upper bounds of the histogram, seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export type ObservedRequest = {
  method: string;
  /** Pattern of the route, such as `/api/v1/certificates/:number`; never what was asked. */
  route: string;
  status: number;
  seconds: number;
};

/** Answers of one method and route. */
type Observed = {
  labels: string;
  byStatus: Map<number, number>;
  /** Answers within each bound and above the one before it; the last are above all. */
  within: number[];
  secondsSum: number;
};

export type RequestMetrics = {
  observe(request: ObservedRequest): void;
  /** In the text format of Prometheus 0.0.4. */
  text(): string;
};

function textOf(observed: readonly Observed[]): string {
  const lines = [
    "# HELP suzheng_http_requests_total Answers of this process.",
    "# TYPE suzheng_http_requests_total counter",
  ];
  for (const { labels, byStatus } of observed) {
    for (const [status, count] of byStatus) {
      lines.push(`suzheng_http_requests_total{${labels},status="${status}"} ${count}`);
    }
  }
  lines.push(
    "# HELP suzheng_http_request_seconds From the request's head to the end of the answer.",
    "# TYPE suzheng_http_request_seconds histogram",
  );
  for (const one of observed) lines.push(...histogramOf(one));
  return `${lines.join("\n")}\n`;
}

function histogramOf({ labels, within, secondsSum }: Observed): string[] {
  const name = "suzheng_http_request_seconds";
  let count = 0;
  const buckets = within.map((answers, i) => {
    count += answers;
    return `${name}_bucket{${labels},le="${BOUNDS[i] ?? "+Inf"}"} ${count}`;
  });
  return [
    ...buckets,
    `${name}_sum{${labels}} ${secondsSum.toFixed(6)}`,
    `${name}_count{${labels}} ${count}`,
  ];
}

/** Counts in memory, per process: nothing of it is worth keeping over a restart. */
export function requestMetrics(): RequestMetrics {
  const byRoute = new Map<string, Map<string, Observed>>();

  function observedOf(route: string, method: string): Observed {
    const byMethod = byRoute.get(route) ?? new Map<string, Observed>();
    if (byMethod.size === 0) byRoute.set(route, byMethod);
    const known = byMethod.get(method);
    if (known !== undefined) return known;
    const labels = `method="${method}",route="${route}"`;
    const within = new Array<number>(BOUNDS.length + 1).fill(0);
    const observed = { labels, byStatus: new Map(), within, secondsSum: 0 };
    byMethod.set(method, observed);
    return observed;
  }

  return {
    observe({ method, route, status, seconds }) {
      const observed = observedOf(route, method);
      observed.byStatus.set(status, (observed.byStatus.get(status) ?? 0) + 1);
      observed.secondsSum += seconds;
      const bound = BOUNDS.findIndex((most) => seconds <= most);
      const bucket = bound < 0 ? BOUNDS.length : bound;
      observed.within[bucket] = (observed.within[bucket] ?? 0) + 1;
    },
    text: () => textOf([...byRoute.values()].flatMap((byMethod) => [...byMethod.values()])),
  };
}
