/** Text that neither the database nor entries can hold: a NUL, half of a character. */
export const isUnfitText = (text: string): boolean => text.includes("\0") || !text.isWellFormed();
