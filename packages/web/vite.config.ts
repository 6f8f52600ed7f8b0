import { createHash } from "node:crypto";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { compressedCopies } from "./compressed-copies.ts";
import { workspacesBuild } from "./workspaces-build.ts";

const SERVER = process.env.SUZHENG_SERVER ?? "http://127.0.0.1:8080";

/**
 * The style sheet after what stands in the page, which is painted before it has arrived. The
 * program waits for it all the same: scripts of the head run when no style sheet is missing.
 */
function firstPaint(): Plugin {
  return {
    name: "first-paint",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const sheet = /<link rel="stylesheet"[^>]*>/.exec(html)?.[0];
        if (sheet === undefined) throw new Error("the page has no style sheet");
        return html.replace(sheet, "").replace("<noscript>", `${sheet}\n    <noscript>`);
      },
    },
  };
}

const hashOf = (html: string, element: RegExp): string =>
  createHash("sha256")
    .update(element.exec(html)?.[1] ?? "")
    .digest("base64");

/** Lets the one inline script and style of index.html in under a policy that forbids all others. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const script = hashOf(html, /<script>([\s\S]*?)<\/script>/);
        const style = hashOf(html, /<style>([\s\S]*?)<\/style>/);
        const policy = [
          "default-src 'self'",
          `script-src 'self' 'sha256-${script}'`,
          `style-src 'self' 'sha256-${style}'`,
          "img-src 'self' data: blob:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
        ].join("; ");
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
        return html.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />\n    ${meta}`);
      },
    },
  };
}

/** Writes the list of built files into the service worker, which keeps them for offline use. */
function precacheList(): Plugin {
  return {
    name: "precache-list",
    apply: "build",
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => file.startsWith("assets/"));
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("the service worker was not built");
      const version = createHash("sha256").update(files.sort().join("\n")).digest("hex");
      worker.code = worker.code
        .replaceAll("__SHELL_FILES__", files.map((file) => `/${file}`).join(" "))
        .replaceAll("__SHELL_VERSION__", version.slice(0, 12));
    },
  };
}

const portalBuild: UserConfig = {
  plugins: [firstPaint(), contentSecurityPolicy(), precacheList(), compressedCopies()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/api": SERVER, "/trust.json": SERVER, "^/c/.*/qr.svg$": SERVER } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { portal: "index.html", sw: "src/portal/offline/service-worker.ts" },
      output: {
        // Few files: on a slow line each one costs a round trip.
        codeSplitting: { groups: [{ name: "base", minShareCount: 2, test: /portal|preact/ }] },
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
};

/** Two products, two builds: what the portal loads never holds anything of the workspaces. */
export default defineConfig(({ mode }) => (mode === "workspaces" ? workspacesBuild : portalBuild));
