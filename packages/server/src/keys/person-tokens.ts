import { hash } from "node:crypto";
import { readOrMakeKey } from "./key-file.ts";

/** 96 bits: enough to tell persons apart, useless without the key. */
const TOKEN_CHARACTERS = 16;
const CACHED_MAX = 50_000;

/** Tokens for persons' identifiers, keyed so that nobody can guess identifiers from them. */
export async function personTokens(file: string): Promise<(text: string) => string> {
  const prefix = (await readOrMakeKey(file)).toString("base64url");
  const cache = new Map<string, string>();
  return (text) => {
    let token = cache.get(text);
    if (token === undefined) {
      // The key has a fixed length and the digest is cut, so a plain prefix is as good as an HMAC,
      // and much faster.
      token = hash("sha256", prefix + text, "base64url").slice(0, TOKEN_CHARACTERS);
      if (cache.size >= CACHED_MAX) cache.clear();
      cache.set(copyOf(text), token);
    }
    return token;
  };
}

/** What is cut out of a file's text keeps all of that text in memory; a copy does not. */
const copyOf = (text: string): string => Buffer.from(text).toString();
