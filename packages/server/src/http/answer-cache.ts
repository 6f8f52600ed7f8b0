/** An answer but for the instant as of which it is known, which is written over blanks in it. */
export type Answer = {
  institution: string;
  /** Day in China for which it holds. */
  on: string;
  /** JSON in UTF-8. */
  bytes: Buffer;
  /** Byte at which the instant begins. */
  knownAtByte: number;
  /** As in the header, always 24 characters. */
  etag: string;
};

/** The body's bytes as Latin-1 characters: Node sends such a text in one piece with the head. */
export type ReadyAnswer = { body: string; etag: string };

export type Wanted = { number: string; on: string; knownAt: string };

/** What answers have in common that were made of one log at one size, for one day. */
type Basis = { institution: string; size: number; on: string };

/** Where an answer lies in its generation: its tag, and then its body up to `end`. */
type Kept = { basis: Basis; start: number; end: number; knownAtByte: number };

type Generation = { kept: Map<string, Kept>; bytes: Buffer; used: number };

/** Of both generations; with 850 bytes each, between 300,000 and 600,000 answers. */
const BYTES_MAX = 512 * 1024 * 1024;
const SHARE_OF_MEMORY = 1 / 16;
const TAG_BYTES = 24;

export type AnswerCache = {
  get(wanted: Wanted): ReadyAnswer | null;
  /** Sizes of the logs as last read; taken before an answer is made, for `put`. */
  sizes(): ReadonlyMap<string, number>;
  /** `sizes` from before the answer was made: what was recorded meanwhile may not be in it. */
  put(number: string, answer: Answer, sizes: ReadonlyMap<string, number>): void;
  /** Something was just recorded: no answer about the log is given until its size is read anew. */
  forget(institution: string): void;
  /** Answers about logs that grew are no longer given. One call ends before the next begins. */
  refresh(readSizes: () => Promise<ReadonlyMap<string, number>>): Promise<void>;
};

/** Bytes for answers on a machine with so many; they are taken only as answers come. */
export const answerBytesFor = (memoryBytes: number): number =>
  Math.min(BYTES_MAX, Math.floor(memoryBytes * SHARE_OF_MEMORY));

/** The answer with its instant, from bytes that are the caller's to write to. */
export function readyAnswer(
  { bytes, knownAtByte, etag }: Pick<Answer, "bytes" | "knownAtByte" | "etag">,
  knownAt: string,
): ReadyAnswer {
  bytes.write(knownAt, knownAtByte, "latin1");
  return { body: bytes.toString("latin1"), etag };
}

/** Memory that was not touched yet costs nothing. */
const generation = (bytesMax: number): Generation => ({
  kept: new Map(),
  bytes: Buffer.allocUnsafeSlow(bytesMax),
  used: 0,
});

function readyFrom({ bytes }: Generation, kept: Kept, knownAt: string): ReadyAnswer {
  const body = kept.start + TAG_BYTES;
  bytes.write(knownAt, body + kept.knownAtByte, "latin1");
  return {
    body: bytes.toString("latin1", body, kept.end),
    etag: bytes.toString("latin1", kept.start, body),
  };
}

/**
 * Two generations of answers, whose bytes lie end to end in two large buffers, so that they are no
 * work for the garbage collector. When the young one is full it becomes the old one, and the old
 * one is let go whole; an answer that is asked for again moves to the young.
 */
function generations(bytesMax: number) {
  const generationBytes = Math.floor(bytesMax / 2);
  let young = generation(generationBytes);
  let old = generation(generationBytes);

  /** Whether there is room for so many bytes in the young generation, which may be a new one. */
  function makeRoom(bytes: number): boolean {
    if (bytes > generationBytes) return false;
    if (young.used + bytes > generationBytes) {
      [young, old] = [{ kept: new Map(), bytes: old.bytes, used: 0 }, young];
    }
    return true;
  }

  function keepAgain(number: string, kept: Kept): void {
    const from = old.bytes;
    if (!makeRoom(kept.end - kept.start)) return;
    const start = young.used;
    young.used += from.copy(young.bytes, start, kept.start, kept.end);
    young.kept.set(number, { ...kept, start, end: young.used });
  }

  return {
    read({ number, on, knownAt }: Wanted, sizes: ReadonlyMap<string, number>): ReadyAnswer | null {
      const recent = young.kept.get(number);
      const kept = recent ?? old.kept.get(number);
      if (kept === undefined) return null;
      const { basis } = kept;
      if (basis.on !== on || sizes.get(basis.institution) !== basis.size) return null;
      const ready = readyFrom(recent === undefined ? old : young, kept, knownAt);
      if (recent === undefined) keepAgain(number, kept);
      return ready;
    },
    keep(number: string, { bytes, knownAtByte, etag }: Answer, basis: Basis): void {
      if (!makeRoom(TAG_BYTES + bytes.length)) return;
      const start = young.used;
      young.used += young.bytes.write(etag, start, TAG_BYTES, "latin1");
      young.used += bytes.copy(young.bytes, young.used);
      young.kept.set(number, { basis, start, end: young.used, knownAtByte });
    },
  };
}

/**
 * Answers for what many scan at once. One stands as long as its institution records nothing: what
 * this process records is forgotten at once, what others record when `refresh` next reads how far
 * the logs have grown.
 */
export function answerCache(bytesMax: number): AnswerCache {
  const answers = generations(bytesMax);
  const bases = new Map<string, Basis>();
  let sizes: ReadonlyMap<string, number> = new Map();
  let forgotten = new Set<string>();

  function basisOf(institution: string, size: number, on: string): Basis {
    const last = bases.get(institution);
    if (last?.size === size && last.on === on) return last;
    const basis = { institution, size, on };
    bases.set(institution, basis);
    return basis;
  }

  const without = (all: ReadonlyMap<string, number>, left: ReadonlySet<string>) =>
    new Map([...all].filter(([institution]) => !left.has(institution)));

  return {
    get: (wanted) => answers.read(wanted, sizes),
    sizes: () => sizes,
    put(number, answer, sizesBefore) {
      const { institution, on } = answer;
      const size = sizesBefore.get(institution);
      if (size !== undefined) answers.keep(number, answer, basisOf(institution, size, on));
    },
    forget(institution) {
      forgotten.add(institution);
      if (sizes.has(institution)) sizes = without(sizes, new Set([institution]));
    },
    async refresh(readSizes) {
      // What is recorded from here on may not be in the sizes that are about to come.
      forgotten = new Set();
      const read = await readSizes();
      sizes = without(read, forgotten);
    },
  };
}
