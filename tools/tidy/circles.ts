import { importsOf, resolve } from "./import-table.ts";
import { type Finding, isTest, type Source } from "./source.ts";

/** Types too: a circle of types is two files that cannot be read one after the other. */
const STATIC = new Set(["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration"]);

/** Imports by which a file reaches itself again; what is loaded on demand does not count. */
export function checkCircles(sources: readonly Source[]): Finding[] {
  const imports = new Map(
    sources.filter(({ path }) => !isTest(path)).map((source) => [source.path, targetsOf(source)]),
  );
  const finished = new Set<string>();
  return [...imports.keys()].flatMap((path) => circlesFrom(path, { imports, finished, way: [] }));
}

type Target = { readonly path: string; readonly line: number };

const targetsOf = (source: Source): Target[] =>
  importsOf(source, STATIC)
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier, line }) => ({ path: resolve(source.path, specifier), line }));

type Search = {
  readonly imports: ReadonlyMap<string, readonly Target[]>;
  /** Files whose every way on is searched. */
  readonly finished: Set<string>;
  readonly way: readonly string[];
};

/** Depth first; each import back onto the way is one finding. */
function circlesFrom(path: string, { imports, finished, way }: Search): Finding[] {
  if (finished.has(path)) return [];
  const here = [...way, path];
  const found = (imports.get(path) ?? []).flatMap((target) => {
    const start = here.indexOf(target.path);
    if (start < 0) return circlesFrom(target.path, { imports, finished, way: here });
    const circle = [...here.slice(start), target.path].join(" → ");
    return [
      { path, line: target.line, check: "circles", message: `imports in a circle: ${circle}` },
    ];
  });
  finished.add(path);
  return found;
}
