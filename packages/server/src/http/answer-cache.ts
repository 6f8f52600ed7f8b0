/** An answer that stands as long as its institution records nothing new. */
type Cached = { institution: string; size: number; madeAt: number; body: string; etag: string };

const ANSWERS_MAX = 20_000;
/** However quiet the log: an answer says as of when it was made. */
const AGE_MS_MAX = 5_000;

export type AnswerCache = {
  get(key: string): Cached | null;
  /** Sizes of the logs as last read; taken before an answer is made, for `put`. */
  sizes(): ReadonlyMap<string, number>;
  /** `sizes` from before the answer was made: what was recorded meanwhile may not be in it. */
  put(
    key: string,
    answer: { institution: string; body: string; etag: string },
    sizes: ReadonlyMap<string, number>,
  ): void;
  /** Sizes of the logs as just read; answers about logs that grew are dropped. */
  refresh(sizes: ReadonlyMap<string, number>): void;
};

/**
 * Answers for what many scan at once. `refresh` is called every quarter of a second; between two
 * calls an answer may be that much behind the log, and it says as of when it holds.
 */
export function answerCache(clockMs: () => number): AnswerCache {
  const answers = new Map<string, Cached>();
  let sizes: ReadonlyMap<string, number> = new Map();
  return {
    get(key) {
      const cached = answers.get(key);
      if (cached === undefined) return null;
      const current = sizes.get(cached.institution) === cached.size;
      if (current && clockMs() - cached.madeAt < AGE_MS_MAX) return cached;
      answers.delete(key);
      return null;
    },
    sizes: () => sizes,
    put(key, { institution, body, etag }, before) {
      const size = before.get(institution);
      if (size === undefined) return;
      const oldest = answers.size >= ANSWERS_MAX ? answers.keys().next() : null;
      if (oldest !== null && !oldest.done) answers.delete(oldest.value);
      answers.set(key, { institution, size, madeAt: clockMs(), body, etag });
    },
    refresh(next) {
      sizes = next;
    },
  };
}
