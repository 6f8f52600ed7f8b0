declare global {
  interface Window {
    /** Requests begun by the inline script of index.html, by path. */
    suzhengEarly?: Record<string, Promise<Response>>;
  }
}

/** Hands out an early request once; later questions go to the network again. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const early = window.suzhengEarly;
  const response = early?.[path];
  if (early && response) delete early[path];
  return response;
}
