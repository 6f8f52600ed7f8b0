import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Skeleton, Unreachable } from "./states.tsx";

/** A page whose code arrives when it is first opened; offline without it says so and can retry. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  let Page: ComponentType | null = null;
  return function LazyPage() {
    const [state, setState] = useState<"loading" | "ready" | "failed">(Page ? "ready" : "loading");
    useEffect(() => {
      if (state !== "loading") return;
      let current = true;
      load().then(
        (loaded) => {
          Page = loaded;
          if (current) setState("ready");
        },
        () => current && setState("failed"),
      );
      return () => {
        current = false;
      };
    }, [state]);
    if (state === "failed") return <Unreachable retry={() => setState("loading")} />;
    return Page ? <Page /> : <Skeleton lines={8} />;
  };
}
