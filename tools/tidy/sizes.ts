import {
  childrenOf,
  type Finding,
  isNode,
  lineAt,
  lineCount,
  type Source,
  type SyntaxNode,
  walk,
} from "./source.ts";

export const FILE_LINES_MAX = 400;
export const FUNCTION_LINES_MAX = 70;
export const COMPONENT_LINES_MAX = 150;
export const PARAMETERS_MAX = 3;
export const NESTING_MAX = 3;
export const COLUMNS_MAX = 100;
const LONG_TEXT_COLUMNS = 60;

export type MeasuredFunction = {
  path: string;
  line: number;
  name: string;
  lines: number;
  parameters: number;
  nesting: number;
  isComponent: boolean;
};

export function checkSizes(source: Source): Finding[] {
  const lines = lineCount(source);
  const file: Finding[] =
    lines <= FILE_LINES_MAX
      ? []
      : [
          {
            path: source.path,
            line: 1,
            check: "file-lines",
            size: lines,
            message: `${lines} lines, limit ${FILE_LINES_MAX}; what second thing is in here?`,
          },
        ];
  return [...file, ...measureFunctions(source).flatMap(checkFunction), ...checkColumns(source)];
}

function checkFunction(measured: MeasuredFunction): Finding[] {
  const { path, line, name } = measured;
  const limit = measured.isComponent ? COMPONENT_LINES_MAX : FUNCTION_LINES_MAX;
  const rows = [
    {
      check: "function-lines",
      size: measured.lines,
      limit,
      message: `\`${name}\` has ${measured.lines} lines, limit ${limit}; name its steps`,
    },
    {
      check: "parameters",
      size: measured.parameters,
      limit: PARAMETERS_MAX,
      message: `\`${name}\` takes ${measured.parameters} parameters; pass one options object`,
    },
    {
      check: "nesting",
      size: measured.nesting,
      limit: NESTING_MAX,
      message: `\`${name}\` nests ${measured.nesting} deep; return early or name the inner part`,
    },
  ];
  return rows
    .filter((row) => row.size > row.limit)
    .map(({ check, size, message }) => ({ path, line, name, check, size, message }));
}

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

export function measureFunctions(source: Source): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  walk(source.program, (node, ancestors) => {
    if (!FUNCTIONS.has(node.type) || !isNode(node.body) || isSuite(ancestors.at(-1))) return;
    const name = nameOf(node, ancestors);
    const line = lineAt(source, node.start);
    found.push({
      path: source.path,
      line,
      name,
      lines: lineAt(source, node.end) - line + 1,
      parameters: parametersOf(node).filter((parameter) => parameter.name !== "this").length,
      nesting: nestingOf(node.body),
      isComponent: source.path.endsWith("x") && /^[A-Z]/.test(name),
    });
  });
  return found;
}

/** The callback of `describe` holds other functions; its own length says nothing. */
function isSuite(parent: SyntaxNode | undefined): boolean {
  const callee = parent?.type === "CallExpression" ? parent.callee : undefined;
  return isNode(callee) && (callee.name === "describe" || callee.name === "suite");
}

function parametersOf(node: SyntaxNode): SyntaxNode[] {
  return Array.isArray(node.params) ? node.params.filter(isNode) : [];
}

function nameOf(node: SyntaxNode, ancestors: readonly SyntaxNode[]): string {
  const parent = ancestors.at(-1);
  const named = [node.id, parent?.id, parent?.key].find(isNode);
  const name = named?.name;
  return typeof name === "string" ? name : "(unnamed)";
}

const NESTS = new Set([
  "IfStatement",
  "ForStatement",
  "ForOfStatement",
  "ForInStatement",
  "WhileStatement",
  "DoWhileStatement",
  "SwitchStatement",
  "TryStatement",
]);

/** Control flow only; a function inside is measured by itself, and `else if` is no deeper. */
function nestingOf(node: SyntaxNode): number {
  if (FUNCTIONS.has(node.type)) return 0;
  const inner = childrenOf(node).map((child) =>
    node.alternate === child && child.type === "IfStatement"
      ? nestingOf(child) - 1
      : nestingOf(child),
  );
  return Math.max(0, ...inner) + (NESTS.has(node.type) ? 1 : 0);
}

function isUnbreakable(node: SyntaxNode): boolean {
  if (node.type === "Literal") return typeof node.value === "string" || "regex" in node;
  return node.type === "TemplateLiteral" || node.type === "JSXText";
}

function checkColumns(source: Source): Finding[] {
  return longLines(source).map((line) => ({
    path: source.path,
    line,
    check: "columns",
    message: `longer than ${COLUMNS_MAX} columns; break the line (\`npm run fix\` wraps comments)`,
  }));
}

/** Lines over the limit. Text that cannot be broken (a string, SQL, an address) may run over. */
export function longLines(source: Source): number[] {
  const long = source.lineStarts.flatMap((start, index) => {
    const end = (source.lineStarts[index + 1] ?? source.text.length + 1) - 1;
    const isLong = end - start > COLUMNS_MAX && !/https?:/.test(source.text.slice(start, end));
    return isLong ? [{ start, end, line: index + 1 }] : [];
  });
  if (long.length === 0) return [];
  const texts: SyntaxNode[] = [];
  walk(source.program, (node) => {
    if (isUnbreakable(node)) texts.push(node);
  });
  return long.filter((line) => !texts.some((text) => forces(text, line))).map(({ line }) => line);
}

/** True when the text crosses the limit, or alone fills most of a line. */
function forces(text: SyntaxNode, line: { start: number; end: number }): boolean {
  const limit = line.start + COLUMNS_MAX;
  const isOnLine = text.start >= line.start && text.end <= line.end;
  if (isOnLine && text.end - text.start >= LONG_TEXT_COLUMNS) return true;
  return text.start <= limit && text.end >= limit;
}
