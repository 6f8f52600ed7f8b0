export type MarkedPart = { text: string; change: "same" | "removed" | "added" };

/** Words of a text as its readers see them: Chinese words have no blanks between them. */
function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Two texts word by word. The library that compares them arrives only when it is needed. */
export async function markWords(before: string, after: string): Promise<MarkedPart[]> {
  const { diffArrays } = await import("diff");
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
    text: value.join(""),
    change: added ? "added" : removed ? "removed" : "same",
  }));
}
