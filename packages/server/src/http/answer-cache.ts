/** An answer but for the instant as of which it is known, which stands between its two parts. */
export type Answer = { institution: string; before: string; after: string; etag: string };

type Cached = Answer & { size: number };

/** Some 1.5 kB each. */
const ANSWERS_MAX = 60_000;

export type AnswerCache = {
  get(key: string): Answer | null;
  /** Sizes of the logs as last read; taken before an answer is made, for `put`. */
  sizes(): ReadonlyMap<string, number>;
  /** `sizes` from before the answer was made: what was recorded meanwhile may not be in it. */
  put(key: string, answer: Answer, sizes: ReadonlyMap<string, number>): void;
  /** Sizes of the logs as just read; answers about logs that grew are dropped. */
  refresh(sizes: ReadonlyMap<string, number>): void;
};

/**
 * Answers for what many scan at once. One stands as long as its institution records nothing.
 * `refresh` is called every quarter of a second; between two calls an answer may be that much
 * behind the log.
 */
export function answerCache(): AnswerCache {
  const answers = new Map<string, Cached>();
  let sizes: ReadonlyMap<string, number> = new Map();
  return {
    get(key) {
      const cached = answers.get(key);
      if (cached === undefined) return null;
      if (sizes.get(cached.institution) === cached.size) return cached;
      answers.delete(key);
      return null;
    },
    sizes: () => sizes,
    put(key, answer, sizesBefore) {
      const size = sizesBefore.get(answer.institution);
      if (size === undefined) return;
      const oldest = answers.size >= ANSWERS_MAX ? answers.keys().next() : null;
      if (oldest !== null && !oldest.done) answers.delete(oldest.value);
      answers.set(key, { ...answer, size });
    },
    refresh(next) {
      sizes = next;
    },
  };
}
