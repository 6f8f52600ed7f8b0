import type { Plugin, UserConfig } from "vite";
import { compressedCopies } from "./compressed-copies.ts";

const SERVER = process.env.SUZHENG_SERVER ?? "http://127.0.0.1:8080";

/**
 * As strict as the portal's policy. The components write style sheets while they run, so those are
 * let in by a nonce that the server makes for each answer.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: "workspace-security-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const policy = [
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self' 'nonce-__NONCE__'",
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

/** The consoles of those who sign in, served under /workspace/. */
export const workspacesBuild: UserConfig = {
  base: "/workspace/",
  plugins: [contentSecurityPolicy(), compressedCopies({ isQuick: true })],
  oxc: { jsx: { runtime: "automatic", importSource: "react" } },
  server: { proxy: { "/api": SERVER } },
  build: {
    target: "es2022",
    outDir: "dist/workspace",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { workspace: "workspace.html" },
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
};
