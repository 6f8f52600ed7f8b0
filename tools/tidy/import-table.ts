import { type Finding, isNode, isTest, lineAt, type Source, walk } from "./source.ts";

/** Which package may import which; the same table as ARCHITECTURE, "Packages". */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  merkle: [],
  certification: [],
  rules: [],
  "api-contract": [],
  "log-format": ["merkle"],
  verifier: ["merkle", "log-format"],
  server: ["merkle", "log-format", "verifier", "certification", "rules", "api-contract"],
  sector: ["certification", "api-contract"],
  web: ["api-contract", "verifier", "certification"],
  cli: ["api-contract", "verifier", "certification", "server", "sector"],
};

/** Folders of packages/server/src that adapt one technology; they meet only in compose/. */
export const ADAPTERS: readonly string[] = [
  "postgres",
  "files",
  "reports",
  "http",
  "jobs",
  "keys",
  "storage",
  "witnesses",
];

export type Import = { specifier: string; line: number };

export function checkImports(source: Source): Finding[] {
  const owner = packageOf(source.path);
  if (owner === undefined) return [];
  return importsOf(source).flatMap(({ specifier, line }) => {
    const message = refuseImport(source.path, specifier);
    return message === undefined
      ? []
      : [{ path: source.path, line, check: "imports", message: `${source.path} ${message}` }];
  });
}

function refuseImport(path: string, specifier: string): string | undefined {
  const owner = packageOf(path) ?? "";
  if (specifier.startsWith(".")) return refuseRelative(path, resolve(path, specifier));
  const [scope, target = "", ...inner] = specifier.split("/");
  if (scope !== "@suzheng" || target === owner) return undefined;
  const allowed = MAY_IMPORT[owner];
  if (allowed === undefined) return 'is in a package that ARCHITECTURE, "Packages" does not list';
  if (!allowed.includes(target)) return `may not import ${target}; see ARCHITECTURE, "Packages"`;
  if (inner.length > 0) return `may import only the public API, @suzheng/${target}`;
  return undefined;
}

function refuseRelative(path: string, target: string): string | undefined {
  const owner = packageOf(path);
  if (packageOf(target) !== owner) {
    return `reaches into ${target}; import the package by its name`;
  }
  return owner === "server" && !isTest(path) ? refuseInsideServer(path, target) : undefined;
}

function refuseInsideServer(path: string, target: string): string | undefined {
  const from = layerOf(path);
  const to = layerOf(target);
  if (from === to || from === "compose") return undefined;
  if (from === "ledger" && to !== "application") {
    return `may import only ports of application, not ${to}; see ARCHITECTURE, "Packages"`;
  }
  if (!ADAPTERS.includes(to)) return undefined;
  return `may not import the adapter ${to}; join them in compose/, see ARCHITECTURE, "Packages"`;
}

const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\//.exec(path)?.[1];

const layerOf = (path: string): string => path.split("/")[3] ?? "";

export function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

const IMPORTING = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

export function importsOf(source: Source, kinds: ReadonlySet<string> = IMPORTING): Import[] {
  const found: Import[] = [];
  walk(source.program, (node) => {
    if (!kinds.has(node.type) || !isNode(node.source)) return;
    const specifier = node.source.value;
    if (typeof specifier === "string") found.push({ specifier, line: lineAt(source, node.start) });
  });
  return found;
}
