import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** Colours by name, of the light scheme or of the dark one. */
function coloursIn(css: string, scheme: "light" | "dark"): Record<string, string> {
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  const told = (scheme === "dark" ? dark : light).matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g);
  return Object.fromEntries([...told].map(([, name, value]) => [name, value]));
}

for (const scheme of ["light", "dark"] as const) {
  test(`what is painted first has the colours of what follows, ${scheme}`, () => {
    const first = coloursIn(read("first-paint.css"), scheme);
    const all = coloursIn(read("tokens.css"), scheme);
    assert.ok(Object.keys(first).length >= 4);
    for (const [name, value] of Object.entries(first)) assert.equal(value, all[name], name);
  });
}
