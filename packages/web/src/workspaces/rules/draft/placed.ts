/** Each item with its place, which is all that identifies it while its every text changes. */
export const placed = <T>(items: readonly T[]): { item: T; at: number }[] =>
  items.map((item, at) => ({ item, at }));
