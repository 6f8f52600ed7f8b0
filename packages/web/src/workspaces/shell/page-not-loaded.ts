/** A page's file did not arrive: the network is down, or the server has a newer one. */
export class PageNotLoaded extends Error {
  override name = "PageNotLoaded";
}

/** Said in words by the page's error; the router would reload, into nothing when offline. */
export function notLoaded(cause: unknown): never {
  throw new PageNotLoaded("page-not-loaded", { cause });
}
