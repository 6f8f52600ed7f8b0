import assert from "node:assert/strict";
import { test } from "node:test";
import { lineAt, lineCount, parseSource, type SyntaxNode, walk } from "./source.ts";

test("an offset behind a Chinese line is on the line an editor shows", () => {
  const source = parseSource("a.ts", 'const name = "溯证";\nconst next = 1;\n');
  const second = source.text.indexOf("const next");
  assert.equal(lineAt(source, second - 1), 1);
  assert.equal(lineAt(source, second), 2);
  assert.equal(lineCount(source), 2);
});

test("a node is visited after its ancestors", () => {
  const source = parseSource("a.tsx", "export const Page = () => <p>{1 + 2}</p>;");
  const seen = new Set<SyntaxNode>();
  walk(source.program, (node, ancestors) => {
    for (const ancestor of ancestors) assert.ok(seen.has(ancestor));
    seen.add(node);
  });
  assert.ok([...seen].some((node) => node.type === "JSXElement"));
});

test("a file that is not TypeScript is reported, not thrown", () => {
  assert.equal(parseSource("a.ts", "const = ;").errors.length > 0, true);
});
