/** Anything that contains the text; `%`, `_` and `\` stand for themselves. */
export const likePattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
