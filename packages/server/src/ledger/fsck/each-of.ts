/** Does the work at once or when its turn has come. */
export type Turn = (work: () => Promise<void>) => Promise<void>;

/** At most so many at a time; the others wait in the order in which they came. */
export function turnsFor(most: number): Turn {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

export type Shared<Item, Result> = {
  /** Takes an item whenever it has its turn, until nothing is left that nobody has begun. */
  help(work: (item: Item) => Promise<Result>, turn: Turn): Promise<void>;
  /** In the order of the items; whole once all who help have ended. */
  results: Result[];
};

/** Items for several who take the next one whenever they are free. */
export function shareOut<Item, Result>(items: readonly Item[]): Shared<Item, Result> {
  const results: Result[] = [];
  let begun = 0;
  return {
    results,
    async help(work, turn) {
      while (begun < items.length) {
        await turn(async () => {
          const at = begun;
          const item = items[at];
          if (item === undefined) return;
          begun += 1;
          results[at] = await work(item);
        });
      }
    },
  };
}

/** What `work` makes of every item, in their order; `most` are under way at any time. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const { help, results } = shareOut<Item, Result>(items);
  const turn = turnsFor(most);
  await Promise.all(Array.from({ length: most }, () => help(work, turn)));
  return results;
}
