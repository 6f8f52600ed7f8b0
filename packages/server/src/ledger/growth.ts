import type { AppendRequest } from "../application/ledger/ledger.ts";

/** Which logs this process adds to; others may add to them too. */
export type Growth = {
  tell(institution: string): void;
  /** Calls `listener` for each log that may have grown, until the function it gives is called. */
  listen(listener: (institution: string) => void): () => void;
};

export function logGrowth(): Growth {
  const listeners = new Set<(institution: string) => void>();
  return {
    tell(institution) {
      for (const listener of listeners) listener(institution);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Appending<Outcome> = { append(request: AppendRequest): Promise<Outcome> };

/** Tells of the log before whoever appended knows; also after a fault, which may have recorded. */
export function tellingGrowth<Outcome, Ledger extends Appending<Outcome>>(
  ledger: Ledger & Appending<Outcome>,
  tell: Growth["tell"],
): Ledger {
  return {
    ...ledger,
    async append(request: AppendRequest): Promise<Outcome> {
      try {
        return await ledger.append(request);
      } finally {
        tell(request.institution);
      }
    },
  };
}
