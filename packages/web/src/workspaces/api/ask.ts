import type { Problem } from "@suzheng/api-contract";

/** The server said no and why; the pages show it as it is. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer of our server came: no network, or a gateway answered in its place. */
export class Unreachable extends Error {}

/** A file goes as its bytes, everything else as JSON. */
type Asking = { method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; body?: unknown };

/** Our own server validates with the same schemas, so answers are taken as typed. */
export async function ask<T>(path: string, { method = "GET", body }: Asking = {}): Promise<T> {
  const headers = new Headers({ accept: "application/json" });
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (body instanceof Blob) {
    headers.set("content-type", "application/octet-stream");
    init.body = body;
  } else if (body !== undefined) {
    headers.set("content-type", "application/json");
    init.body = JSON.stringify(body);
  }
  const response = await fetch(`/api/v1${path}`, init).catch((cause: unknown) => {
    throw new Unreachable("no answer", { cause });
  });
  if (response.status === 204) return undefined as T; // callers of such paths ask for void
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  if (!isJson) throw new Unreachable(`answered with ${response.status}`);
  const answer: unknown = await response.json();
  if (!response.ok) throw new ProblemError(answer as Problem);
  return answer as T;
}

export const post = <T>(path: string, body: unknown = {}) => ask<T>(path, { method: "POST", body });
export const put = <T>(path: string, body: unknown) => ask<T>(path, { method: "PUT", body });
export const remove = (path: string) => ask<void>(path, { method: "DELETE" });

export function codeOf(error: unknown): string | null {
  return error instanceof ProblemError ? error.problem.code : null;
}
