import { isKept, planFor } from "./cache-policy.ts";

/** The little of the worker's interface used here; the DOM library does not describe it. */
type Lifetime = Event & { waitUntil(work: Promise<unknown>): void };
type Fetched = Lifetime & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(type: "install" | "activate", listener: (event: Lifetime) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetched) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
};
const worker = globalThis as unknown as Worker; // this file only ever runs as a service worker

/** Both are filled in by the build (vite.config.ts). */
const SHELL_FILES = "__SHELL_FILES__".split(" ");
const SHELL = "shell-__SHELL_VERSION__";
const ANSWERS = "answers-1";
const ANSWERS_MAX = 300;
const PATIENCE_MS = 8000;
const CACHED_AT = "x-suzheng-cached-at";

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(["/", ...SHELL_FILES]))
      .then(keepTrust)
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  switch (planFor({ method: request.method, path: url.pathname, mode: request.mode })) {
    case "asset":
      return event.respondWith(fromShell(request));
    case "shell-page":
      return event.respondWith(pageFrom(request));
    case "answer":
      return event.respondWith(answerFrom(request, event));
    case "leave-alone":
      return;
  }
});

/** So that the verifier works offline even when its page was never opened online. */
async function keepTrust(): Promise<void> {
  const request = new Request("/trust.json");
  const response = await fetch(request);
  if (isKept(response)) await keep(await caches.open(ANSWERS), request, response);
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name !== SHELL && name !== ANSWERS);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Asset names carry a hash of their content: a copy never goes stale. */
async function fromShell(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function pageFrom(request: Request): Promise<Response> {
  const shell = await caches.match("/");
  return shell ? freshOr(fetch(request), shell) : fetch(request);
}

async function answerFrom(request: Request, event: Lifetime): Promise<Response> {
  const cache = await caches.open(ANSWERS);
  const fetched = fetch(request).then((response) => {
    if (isKept(response)) event.waitUntil(keep(cache, request, response.clone()));
    return response;
  });
  const copy = await cache.match(request);
  return copy ? freshOr(fetched, copy) : fetched;
}

async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(CACHED_AT, new Date().toISOString());
  await cache.put(request, new Response(await response.blob(), { status: 200, headers }));
  const kept = await cache.keys();
  const surplus = kept.slice(0, Math.max(0, kept.length - ANSWERS_MAX));
  await Promise.all(surplus.map((oldest) => cache.delete(oldest)));
}

/** The network's answer, or the copy when it fails or is so slow that a copy serves better. */
function freshOr(fetched: Promise<Response>, copy: Response): Promise<Response> {
  const patience = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, copy));
  const fresh = fetched.then(
    (response) => (response.status >= 500 ? copy : response),
    () => copy,
  );
  return Promise.race([fresh, patience]);
}
