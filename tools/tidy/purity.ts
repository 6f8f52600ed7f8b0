import {
  type Finding,
  isNode,
  isTest,
  lineAt,
  type Source,
  type SyntaxNode,
  walk,
} from "./source.ts";

export const PURE_PACKAGES: readonly string[] = [
  "merkle",
  "log-format",
  "certification",
  "rules",
  "verifier",
  "api-contract",
];

const IMPURE_NAMES = new Set(["process", "fetch", "console", "setTimeout", "setInterval"]);
const IMPURE_CALLS = new Set([
  "Date.now",
  "Math.random",
  "performance.now",
  "crypto.getRandomValues",
  "crypto.randomUUID",
]);

/** A pure package takes time, randomness and bytes as arguments. Its tests may read files. */
export function checkPurity(source: Source): Finding[] {
  const owner = /^packages\/([^/]+)\/src\//.exec(source.path)?.[1] ?? "";
  if (!PURE_PACKAGES.includes(owner) || isTest(source.path)) return [];
  const found: Finding[] = [];
  walk(source.program, (node, ancestors) => {
    const touched = touchedBy(node, ancestors.at(-1));
    if (touched === undefined) return;
    found.push({
      path: source.path,
      line: lineAt(source, node.start),
      check: "purity",
      message: `${owner} is pure and may not touch \`${touched}\`; take it as an argument`,
    });
  });
  return found;
}

function touchedBy(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  switch (node.type) {
    case "ImportDeclaration": {
      const module = isNode(node.source) ? String(node.source.value) : "";
      return module.startsWith("node:") ? module : undefined;
    }
    case "NewExpression":
      return nameOf(node.callee) === "Date" && isEmpty(node.arguments) ? "new Date()" : undefined;
    case "MemberExpression": {
      const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
      return IMPURE_CALLS.has(member) ? member : undefined;
    }
    case "Identifier":
      return IMPURE_NAMES.has(nameOf(node)) && isValueUse(node, parent) ? nameOf(node) : undefined;
    default:
      return undefined;
  }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const nameOf = (node: unknown): string => (isNode(node) ? String(node.name) : "");

/** Not the `fetch` of `{ fetch: … }`, of `port.fetch` or of a type. */
function isValueUse(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return true;
  const isKey = parent.key === node && parent.computed !== true;
  const isMember = parent.property === node && parent.computed !== true;
  return !isKey && !isMember && !parent.type.startsWith("TS");
}
