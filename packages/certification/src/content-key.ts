/**
 * Two 32-bit lanes, multiplied and mixed per UTF-16 unit (cyrb53, public domain). Not a secure
 * hash.
 */
function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/**
 * Characters of 5.17 bits each: an act is told from the few others of its stream, content from any.
 */
const ACT_LENGTH = 6;
const CONTENT_LENGTH = 8;

/**
 * A short key by which equal content is recognised. Only for telling "the same row again" within
 * one stream: whoever could craft a collision could as well leave the row out.
 */
export function contentKey(content: unknown): string {
  return fingerprint(JSON.stringify(content)).toString(36).slice(-CONTENT_LENGTH);
}

export const actKey = (...parts: readonly unknown[]): string =>
  fingerprint(JSON.stringify(parts)).toString(36).slice(-ACT_LENGTH);

/**
 * Remembers what was last said about each of the newest `most` acts, as `act:content` keys, oldest
 * first. Bounded, because it is part of a state kept per stream.
 */
export function remember(
  memory: readonly string[],
  key: { readonly act: string; readonly content: string },
  most: number,
): readonly string[] {
  const others = memory.filter((entry) => !entry.startsWith(`${key.act}:`));
  return [...others, `${key.act}:${key.content}`].slice(-most);
}

export function isRemembered(
  memory: readonly string[],
  key: { readonly act: string; readonly content: string },
): boolean {
  return memory.includes(`${key.act}:${key.content}`);
}

export const knowsAct = (memory: readonly string[], act: string): boolean =>
  memory.some((entry) => entry.startsWith(`${act}:`));
