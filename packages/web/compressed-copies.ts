import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Half the time of the best quality for files a few per cent larger. */
const QUICK_BROTLI = 9;

/** Puts compressed copies beside the files, which the server sends as they are. */
export function compressedCopies({ isQuick = false } = {}): Plugin {
  return {
    name: "compressed-copies",
    apply: "build",
    writeBundle({ dir = "dist" }) {
      const quality = isQuick ? QUICK_BROTLI : constants.BROTLI_MAX_QUALITY;
      const names = readdirSync(dir, { recursive: true, encoding: "utf8" });
      for (const name of names.filter((file) => /\.(js|css|svg)$/.test(file))) {
        const file = join(dir, name);
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
        );
      }
    },
  };
}
