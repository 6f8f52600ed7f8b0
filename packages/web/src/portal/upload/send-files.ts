import type { ImportRun, Problem } from "@suzheng/api-contract";
import { apiPaths } from "../api/paths.ts";

export type Sent =
  | { state: "accepted"; run: ImportRun }
  | { state: "problem"; problem: Problem }
  | { state: "stopped" }
  | { state: "unreachable" };

export type Sending = { done: Promise<Sent>; stop: () => void };

type Order = {
  /** Null: the session of the signed-in person says who hands in. */
  token: string | null;
  files: readonly File[];
  dryRun: boolean;
  allOrNothing: boolean;
  onProgress: (percent: number) => void;
};

/** `fetch` cannot tell how much was sent, so this is the one place that uses XMLHttpRequest. */
export function sendFiles(order: Order): Sending {
  const request = new XMLHttpRequest();
  const form = new FormData();
  for (const file of order.files) form.append("files", file, file.name);
  const done = new Promise<Sent>((resolve) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) order.onProgress(Math.floor((event.loaded / event.total) * 100));
    };
    request.onerror = () => resolve({ state: "unreachable" });
    request.onabort = () => resolve({ state: "stopped" });
    request.onload = () => resolve(outcomeOf(request));
  });
  const options = new URLSearchParams({
    dryRun: String(order.dryRun),
    allOrNothing: String(order.allOrNothing),
  });
  request.open("POST", `${apiPaths.imports}?${options}`);
  if (order.token !== null) request.setRequestHeader("authorization", `Bearer ${order.token}`);
  request.setRequestHeader("accept", "application/json");
  request.send(form);
  return { done, stop: () => request.abort() };
}

function outcomeOf(request: XMLHttpRequest): Sent {
  try {
    const body: unknown = JSON.parse(request.responseText);
    if (request.status >= 200 && request.status < 300) {
      return { state: "accepted", run: body as ImportRun }; // our own server's answer
    }
    return { state: "problem", problem: body as Problem }; // idem
  } catch {
    return { state: "unreachable" }; // A gateway answered with a page of its own.
  }
}
