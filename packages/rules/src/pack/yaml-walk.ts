import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { LocalText } from "../facts/declaration.ts";

/** `at`: where in the text, in characters from its beginning. */
export type YamlFault = { readonly at: number; readonly message: LocalText };

export type YamlWalk = {
  /** Keys that cannot be, and aliases of nothing, in the order of the text. */
  readonly faults: readonly YamlFault[];
  /** Where each alias stands. */
  readonly aliases: readonly number[];
  /** The value under a key or an index, found without a search. */
  child(parent: Node, step: string | number): Node | null;
};

type Keys = Map<string, Node | null>;
type Found = {
  keys: Map<Node, Keys>;
  anchors: Set<string>;
  faults: YamlFault[];
  aliases: number[];
};

/**
 * Goes through every value once, in the order of the text. The library's own check of keys compares
 * each with each, which takes minutes where a stranger gives tens of thousands.
 */
export function walkYaml({ contents }: Document.Parsed): YamlWalk {
  const found: Found = { keys: new Map(), anchors: new Set(), faults: [], aliases: [] };
  // No recursion: how deep it goes is up to whoever wrote the text.
  const waiting: unknown[] = [contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!isNode(node)) continue;
    const inside = valuesIn(node, found);
    for (let index = inside.length - 1; index >= 0; index -= 1) waiting.push(inside[index]);
  }
  const { keys, faults, aliases } = found;
  const child = (parent: Node, step: string | number): Node | null => {
    const value = isSeq(parent) ? parent.items[Number(step)] : keys.get(parent)?.get(String(step));
    return isNode(value) ? value : null;
  };
  return { faults, aliases, child };
}

function valuesIn(node: Node, found: Found): readonly unknown[] {
  if (isAlias(node)) {
    found.aliases.push(startOf(node));
    if (!found.anchors.has(node.source)) found.faults.push(aliasOfNothing(node, node.source));
    return [];
  }
  if (node.anchor !== undefined) found.anchors.add(node.anchor);
  if (isSeq(node)) return node.items;
  return isMap(node) ? [...keysOf(node, node.items, found).values()] : [];
}

function keysOf(map: Node, pairs: readonly Pair[], found: Found): Keys {
  const keys: Keys = new Map();
  found.keys.set(map, keys);
  for (const { key, value } of pairs) {
    // As they are in the object that is made of them, where `1` and `"1"` are one.
    const name = isScalar(key) ? String(key.value ?? "") : null;
    if (name === null) found.faults.push(keyOfParts(key));
    else if (keys.has(name)) found.faults.push(keyTwice(key, name));
    else keys.set(name, isNode(value) ? value : null);
  }
  return keys;
}

const keyTwice = (key: unknown, name: string): YamlFault => ({
  at: startOf(key),
  message: { zh: `键 \`${name}\` 重复`, en: `the key \`${name}\` is given twice` },
});

const keyOfParts = (key: unknown): YamlFault => ({
  at: startOf(key),
  message: { zh: "键应为一个词", en: "a key is one plain word" },
});

const aliasOfNothing = (alias: Node, name: string): YamlFault => ({
  at: startOf(alias),
  message: {
    zh: `别名 \`*${name}\` 之前没有 \`&${name}\``,
    en: `no \`&${name}\` stands before the alias \`*${name}\``,
  },
});

/** Everything that was parsed has a place; the text's beginning for what has none. */
export const startOf = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);
