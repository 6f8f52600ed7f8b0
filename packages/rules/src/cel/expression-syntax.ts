import type { ASTNode } from "@marcbachmann/cel-js";

/** The names an expression reads. */
export type Reads = {
  readonly names: ReadonlySet<string>;
  /**
   * Names asked about with `known(…)`, and pauses handed to `tolled(…)`: not knowing them is part
   * of the expression's answer.
   */
  readonly guarded: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
};

/** Their first argument may be unknown: `known` answers that, and no pause is none to `tolled`. */
const GUARDING: ReadonlySet<string> = new Set(["known", "tolled"]);

export function readsOf(root: ASTNode): Reads {
  const reads = {
    names: new Set<string>(),
    guarded: new Set<string>(),
    parameters: new Set<string>(),
    calls: new Set<string>(),
  };
  const visit = (node: ASTNode): void => {
    if (node.op === "id") reads.names.add(node.args);
    if (node.op === "call") reads.calls.add(node.args[0]);
    if (node.op === "rcall") reads.calls.add(`.${node.args[0]}`);
    if (node.op === "call" && GUARDING.has(node.args[0])) {
      const [asked] = node.args[1];
      if (asked?.op === "id") reads.guarded.add(asked.args);
    }
    if (node.op === "." && node.args[0].op === "id" && node.args[0].args === "param") {
      reads.parameters.add(node.args[1]);
      return;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  return reads;
}

/** Nodes, and what the functions called cost beside them. */
export function costOf(root: ASTNode, costOfCall: (name: string) => number): number {
  const own = root.op === "call" ? costOfCall(root.args[0]) : 0;
  return childrenOf(root).reduce((sum, child) => sum + costOf(child, costOfCall), own + 1);
}

/** The operands among a node's arguments, which may also be names, literals or nested lists. */
function childrenOf(node: ASTNode): ASTNode[] {
  if (node.op === "value" || node.op === "id") return [];
  const children: ASTNode[] = [];
  const gather = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(gather);
    // Only AST nodes are objects here: literals stand in `value` nodes, excluded above.
    else if (typeof part === "object" && part !== null) children.push(part as ASTNode);
  };
  gather(node.args);
  return children;
}
