import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkImports, MAY_IMPORT } from "./import-table.ts";
import { parseSource } from "./source.ts";

type Row = { from: string; imports: string; refused: RegExp | null };

const rows: Row[] = [
  {
    from: "rules/src/engine.ts",
    imports: "@suzheng/server",
    refused: /may not import server; see/,
  },
  { from: "rules/src/engine.ts", imports: "@suzheng/certification", refused: /may not import/ },
  { from: "rules/src/engine.ts", imports: "zod", refused: null },
  { from: "log-format/src/note.ts", imports: "@suzheng/merkle", refused: null },
  { from: "merkle/src/tree.ts", imports: "@suzheng/log-format", refused: /may not import/ },
  { from: "web/src/page.tsx", imports: "@suzheng/merkle", refused: /may not import merkle/ },
  { from: "cli/src/start.ts", imports: "@suzheng/server", refused: null },
  { from: "cli/src/start.ts", imports: "@suzheng/server/src/main.ts", refused: /public API/ },
  { from: "cli/src/start.ts", imports: "../../server/src/main.ts", refused: /by its name/ },
  { from: "unheard/src/a.ts", imports: "@suzheng/merkle", refused: /does not list/ },
  { from: "server/src/compose/platform.ts", imports: "../postgres/store.ts", refused: null },
  { from: "server/src/http/routes.ts", imports: "../application/ask.ts", refused: null },
  { from: "server/src/http/routes.ts", imports: "./problem.ts", refused: null },
  {
    from: "server/src/http/routes.ts",
    imports: "../postgres/store.ts",
    refused: /adapter postgres/,
  },
  { from: "server/src/application/ask.ts", imports: "../http/a.ts", refused: /adapter http/ },
  { from: "server/src/main.ts", imports: "./files/tiles.ts", refused: /adapter files/ },
  { from: "server/src/ledger/append.ts", imports: "../application/port.ts", refused: null },
  { from: "server/src/ledger/append.ts", imports: "../postgres/a.ts", refused: /only ports/ },
  { from: "server/src/http/routes.test.ts", imports: "../postgres/store.ts", refused: null },
];

for (const { from, imports, refused } of rows) {
  test(`${from} ${refused === null ? "may" : "may not"} import ${imports}`, () => {
    const path = `packages/${from}`;
    const [finding] = checkImports(parseSource(path, `import { x } from "${imports}";`));
    if (refused === null) assert.equal(finding, undefined);
    else assert.match(finding?.message ?? "", refused);
  });
}

test("an import by type, by re-export or while running is an import as well", () => {
  const text = `
    import type { A } from "@suzheng/server";
    export { b } from "@suzheng/server";
    export * from "@suzheng/server";
    const c = import("@suzheng/server");
    type D = import("@suzheng/server").D;`;
  const findings = checkImports(parseSource("packages/rules/src/a.ts", text));
  assert.deepEqual(
    findings.map((finding) => finding.line),
    [2, 3, 4, 5, 6],
  );
});

test("the table lists the packages that ARCHITECTURE lists", () => {
  const architecture = readFileSync(`${import.meta.dirname}/../../ARCHITECTURE.md`, "utf8");
  const section = architecture.slice(architecture.indexOf("## Packages"));
  const listed = [...section.matchAll(/^\| ([a-z][a-z, -]*?) +\|/gm)]
    .flatMap((match) => (match[1] ?? "").split(", "))
    .filter((name) => name !== "package");
  assert.deepEqual(listed.sort(), Object.keys(MAY_IMPORT).sort());
});
