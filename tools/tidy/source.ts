import { globSync, readFileSync } from "node:fs";
import { parseSync } from "rolldown/utils";

/** A node of the ESTree; only what tidy asks of every node is typed. */
export type SyntaxNode = { type: string; start: number; end: number; [field: string]: unknown };

export type SyntaxComment = { value: string; start: number };

/** One TypeScript file, read and parsed. */
export type Source = {
  /** From the repository root, with forward slashes. */
  path: string;
  text: string;
  /** Offset of the first character of each line. */
  lineStarts: number[];
  program: SyntaxNode;
  comments: readonly SyntaxComment[];
  /** Syntax errors; such a file is reported and judged no further. */
  errors: readonly string[];
};

/** `size` is set where the finding is a measure that an exception may excuse. */
export type Finding = {
  path: string;
  line: number;
  check: string;
  message: string;
  /** The function meant; absent when the finding is about the whole file. */
  name?: string;
  size?: number;
};

const ROOTS = ["packages", "tools", "bench", "test"];

/** All paths below the folders of code that are ours, not installed or built. */
export function listPaths(root: string): string[] {
  const isSkipped = (name: string): boolean => /(^|\/)(node_modules|dist)$/.test(name);
  return ROOTS.flatMap((folder) =>
    globSync(`${folder}/**/*.*`, { cwd: root, exclude: isSkipped }),
  ).sort();
}

export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);
export const isTest = (path: string): boolean =>
  /\.(test|contract|fixture)\.tsx?$/.test(path) || path.startsWith("test/");

export function readSource(root: string, path: string): Source {
  return parseSource(path, readFileSync(`${root}/${path}`, "utf8"));
}

export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  const lineStarts = [0];
  for (const match of text.matchAll(/\n/g)) lineStarts.push(match.index + 1);
  return {
    path,
    text,
    lineStarts,
    // The parser's own types name every node kind; tidy walks them all alike.
    program: program as unknown as SyntaxNode,
    comments,
    errors: errors.map((error) => error.message),
  };
}

/** 1-based. */
export function lineAt(source: Source, offset: number): number {
  const after = source.lineStarts.findIndex((start) => start > offset);
  return after === -1 ? source.lineStarts.length : after;
}

export const lineCount = (source: Source): number =>
  source.text.endsWith("\n") ? source.lineStarts.length - 1 : source.lineStarts.length;

/** Calls `visit` for each node below `node`, parents first; `ancestors` runs from the root down. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => void,
  ancestors: readonly SyntaxNode[] = [],
): void {
  visit(node, ancestors);
  const inside = [...ancestors, node];
  for (const child of childrenOf(node)) walk(child, visit, inside);
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flat().filter(isNode);
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
