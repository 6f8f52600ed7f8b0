import { type Finding, isNode, lineAt, type Source, type SyntaxNode, walk } from "./source.ts";

/** What no file may contain, each with what to do in its place. */
export function checkForbidden(source: Source): Finding[] {
  const found = source.comments.flatMap((comment) => {
    const message = refuseComment(comment.value);
    return message === undefined ? [] : [{ at: comment.start, message }];
  });
  walk(source.program, (node) => {
    const message = refuseNode(source.path, node);
    if (message !== undefined) found.push({ at: node.start, message });
  });
  return found.map(({ at, message }) => ({
    path: source.path,
    line: lineAt(source, at),
    check: "forbidden",
    message,
  }));
}

function refuseComment(text: string): string | undefined {
  if (/@ts-(ignore|expect-error|nocheck)\b/.test(text)) {
    return "silences the compiler; narrow the type instead";
  }
  if (/biome-(ignore|ignore-all)\b/.test(text)) return "silences the linter; change the code";
  if (/\bFIX(ME)\b/.test(text)) return "an unfinished mark; mend it in this change";
  if (/\bTODO\b/.test(text) && !/\bTODO\s*\(?#\d+/.test(text)) {
    return "a TODO needs its issue number, `TODO(#12)`";
  }
  return undefined;
}

function refuseNode(path: string, node: SyntaxNode): string | undefined {
  switch (node.type) {
    case "TSAnyKeyword":
      return "`any` switches checking off; use `unknown` and a schema";
    case "ExportDefaultDeclaration":
      return path.endsWith("/vite.config.ts") ? undefined : "default export; export it by name";
    case "TSEnumDeclaration":
      return "`enum` does not survive type stripping; use a union of strings";
    case "MemberExpression":
      return isSwitchedOff(node)
        ? "a test is switched off or runs alone; mend or delete"
        : undefined;
    case "Property":
      return isOffOption(node) ? "a test is switched off or runs alone; mend or delete" : undefined;
    default:
      return undefined;
  }
}

/** Of the runner itself; `t.skip(reason)` is decided while running, and shown. */
function isSwitchedOff(node: SyntaxNode): boolean {
  const { object, property } = node;
  if (!isNode(object) || !isNode(property)) return false;
  const isRunner = /^(test|it|describe|suite)$/.test(String(object.name));
  return isRunner && /^(only|skip|todo)$/.test(String(property.name));
}

function isOffOption(node: SyntaxNode): boolean {
  const { key, value } = node;
  if (!isNode(key) || !isNode(value) || value.value !== true) return false;
  return /^(only|skip|todo)$/.test(String(key.name));
}
