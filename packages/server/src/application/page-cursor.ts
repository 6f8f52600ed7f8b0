import { isInstant } from "./clock.ts";

/** Where a page of rows in order of time ends. */
export type Cursor = { at: string; id: string };

export type PageRequest = {
  limit: number;
  /** As given with the page before; null for the newest. */
  cursor: Cursor | null;
};

/** Opaque to clients. */
export const cursorOf = ({ at, id }: Cursor): string =>
  Buffer.from(`${at} ${id}`).toString("base64url");

/** Text that is no cursor of ours gives null. */
export function readCursor(text: string): Cursor | null {
  const plain = Buffer.from(text, "base64url").toString("utf8");
  const [, at = "", id = ""] = /^(\S+) ([0-9a-f-]+)$/.exec(plain) ?? [];
  return isInstant(at) ? { at, id } : null;
}
