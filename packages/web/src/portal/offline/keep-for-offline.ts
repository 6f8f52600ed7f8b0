/** Starts the service worker after the page is usable; without one everything works online. */
export function keepForOffline(): void {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const start = () => {
    navigator.serviceWorker.register("/sw.js").catch(() => {
      // Private windows and some embedded browsers refuse; nobody is harmed.
    });
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
