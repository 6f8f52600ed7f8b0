/** The same words in Chinese and English. */
export type LocalText = { readonly zh: string; readonly en: string };
