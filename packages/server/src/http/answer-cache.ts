/** An answer but for the instant as of which it is known, which is written over blanks in it. */
export type Answer = {
  institution: string;
  /** Day in China for which it holds. */
  on: string;
  bytes: Buffer;
  /** Byte at which the instant begins. */
  knownAtByte: number;
  etag: string;
};

/** Where an answer lies in its generation, and the size of its log when it was made. */
type Kept = Omit<Answer, "bytes"> & { size: number; start: number; end: number };

type Generation = { kept: Map<string, Kept>; bytes: Buffer; used: number };

/** Of both generations; with 850 bytes each, between 150,000 and 300,000 answers. */
const BYTES_MAX = 256 * 1024 * 1024;

export type AnswerCache = {
  /** The answer for a day, in bytes of the caller's own. */
  get(number: string, on: string): Answer | null;
  /** Sizes of the logs as last read; taken before an answer is made, for `put`. */
  sizes(): ReadonlyMap<string, number>;
  /** `sizes` from before the answer was made: what was recorded meanwhile may not be in it. */
  put(number: string, answer: Answer, sizes: ReadonlyMap<string, number>): void;
  /** Sizes of the logs as just read; answers about logs that grew are no longer given. */
  refresh(sizes: ReadonlyMap<string, number>): void;
};

/** Memory that was not touched yet costs nothing. */
const generation = (bytesMax: number): Generation => ({
  kept: new Map(),
  bytes: Buffer.allocUnsafeSlow(bytesMax),
  used: 0,
});

function keep(into: Generation, number: string, answer: Answer & { size: number }): void {
  const { institution, on, bytes, knownAtByte, etag, size } = answer;
  const start = into.used;
  into.used += bytes.copy(into.bytes, start);
  into.kept.set(number, { institution, on, knownAtByte, etag, size, start, end: into.used });
}

/**
 * Answers for what many scan at once. One stands as long as its institution records nothing.
 * `refresh` is called every quarter of a second; between two calls an answer may be that much
 * behind the log.
 *
 * Their bytes lie end to end in two large buffers, so that they are no work for the garbage
 * collector. When the young generation is full it becomes the old one, and the old one is let go
 * whole; an answer that is asked for again moves to the young.
 */
export function answerCache(bytesMax = BYTES_MAX): AnswerCache {
  const generationBytes = Math.floor(bytesMax / 2);
  let young = generation(generationBytes);
  let old = generation(generationBytes);
  let sizes: ReadonlyMap<string, number> = new Map();

  function keepYoung(number: string, answer: Answer & { size: number }): void {
    if (answer.bytes.length > generationBytes) return;
    if (young.used + answer.bytes.length > generationBytes) {
      [young, old] = [{ kept: new Map(), bytes: old.bytes, used: 0 }, young];
    }
    keep(young, number, answer);
  }

  return {
    get(number, on) {
      const recent = young.kept.get(number);
      const kept = recent ?? old.kept.get(number);
      if (kept === undefined || kept.on !== on || sizes.get(kept.institution) !== kept.size) {
        return null;
      }
      const from = recent === undefined ? old : young;
      const bytes = Buffer.from(from.bytes.subarray(kept.start, kept.end));
      const { institution, knownAtByte, etag, size } = kept;
      const answer = { institution, on, bytes, knownAtByte, etag };
      if (recent === undefined) keepYoung(number, { ...answer, size });
      return answer;
    },
    sizes: () => sizes,
    put(number, answer, sizesBefore) {
      const size = sizesBefore.get(answer.institution);
      if (size !== undefined) keepYoung(number, { ...answer, size });
    },
    refresh(next) {
      sizes = next;
    },
  };
}
