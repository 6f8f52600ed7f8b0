/** Repeatable draws: the same seed and label give the same sequence on every machine. */
export interface Random {
  /** In [0, 1). */
  fraction(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** FNV-1a over UTF-16 units, then mixed; four of them with different offsets seed the generator. */
function hashText(text: string, offset: number): number {
  let hash = 0x811c9dc5 ^ offset;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain): 128 bits of state, passes PractRand. */
export function seededRandom(seed: string | number, label: string): Random {
  const key = `${seed}/${label}`;
  let a = hashText(key, 1);
  let b = hashText(key, 2);
  let c = hashText(key, 3);
  let counter = 1;
  const fraction = (): number => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 12; round++) fraction();
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error("cannot pick from an empty list");
      return item;
    },
  };
}
