/** An answer but for the instant as of which it is known, which stands between its two parts. */
export type Answer = { institution: string; before: string; after: string; etag: string };

type Cached = Answer & { size: number };

/** Some 1.5 kB each; twice as many are held at most. */
const ANSWERS_OF_A_GENERATION_MAX = 40_000;

export type AnswerCache = {
  get(key: string): Answer | null;
  /** Sizes of the logs as last read; taken before an answer is made, for `put`. */
  sizes(): ReadonlyMap<string, number>;
  /** `sizes` from before the answer was made: what was recorded meanwhile may not be in it. */
  put(key: string, answer: Answer, sizes: ReadonlyMap<string, number>): void;
  /** Sizes of the logs as just read; answers about logs that grew are no longer given. */
  refresh(sizes: ReadonlyMap<string, number>): void;
};

/**
 * Answers for what many scan at once. One stands as long as its institution records nothing.
 * `refresh` is called every quarter of a second; between two calls an answer may be that much
 * behind the log.
 *
 * Two generations: when the young one is full it becomes the old one, and the old one is let go
 * whole. (Dropping the oldest entry of one large map costs more than making an answer, since a map
 * walks over the holes at its beginning.)
 */
export function answerCache(): AnswerCache {
  let young = new Map<string, Cached>();
  let old = new Map<string, Cached>();
  let sizes: ReadonlyMap<string, number> = new Map();

  function keep(key: string, cached: Cached): void {
    if (young.size >= ANSWERS_OF_A_GENERATION_MAX) {
      old = young;
      young = new Map();
    }
    young.set(key, cached);
  }

  return {
    get(key) {
      const recent = young.get(key);
      const cached = recent ?? old.get(key);
      if (cached === undefined || sizes.get(cached.institution) !== cached.size) return null;
      if (recent === undefined) keep(key, cached);
      return cached;
    },
    sizes: () => sizes,
    put(key, answer, sizesBefore) {
      const size = sizesBefore.get(answer.institution);
      if (size !== undefined) keep(key, { ...answer, size });
    },
    refresh(next) {
      sizes = next;
    },
  };
}
