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
 * Characters of 5.17 bits each. Both together tell a row from every other of its stream: among
 * 16,384 of them two are taken for one with a probability of 3 in 10^14.
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

export type ActKeys = { readonly act: string; readonly content: string };

const textOf = ({ act, content }: ActKeys): string => `${act}:${content}`;

/**
 * What was said so far about the acts of one stream, as `act:content` keys in the order of
 * recording: 18 bytes of JSON each. Nothing is forgotten, so that a row sent again is known however
 * much was sent in between.
 */
export type Memory = readonly string[];

/**
 * Keys that one list holds at most, about 300 kB. Far beyond what a certificate can come to: a team
 * of thirty at every audit takes five centuries. It keeps whoever sends rows without end from
 * slowing everybody down, since the list is read and written with each chunk of rows.
 */
export const MEMORY_MAX = 16_384;

export const remember = (memory: Memory, keys: ActKeys): Memory => [...memory, textOf(keys)];

/**
 * "stands": the newest that was said about the act; "corrected": said, and something else about the
 * same act after it; "full": new, and there is no room to remember it.
 */
export function recall(memory: Memory, keys: ActKeys): "new" | "stands" | "corrected" | "full" {
  const said = textOf(keys);
  const at = memory.indexOf(said);
  if (at < 0) return memory.length < MEMORY_MAX ? "new" : "full";
  const newest = memory.findLast((entry) => entry.startsWith(`${keys.act}:`));
  return newest === said ? "stands" : "corrected";
}

export const knowsAct = (memory: Memory, act: string): boolean =>
  memory.some((entry) => entry.startsWith(`${act}:`));
