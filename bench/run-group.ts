import type { Figure } from "./figure.ts";
import { temporaryPlatforms } from "./installations/temporary-platforms.ts";

/** Runs some figures in this process and tells the parent their rows; started by run.ts. */
const [scaleText = "1", ...names] = process.argv.slice(2);
const platforms = temporaryPlatforms();
const bench = { scale: Number(scaleText), platforms };
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => void platforms.close().finally(() => process.exit(1)));
}

try {
  for (const name of names) {
    const { figure } = (await import(`./figures/${name}.ts`)) as { figure: Figure };
    process.send?.({ name, rows: await figure(bench) });
  }
} finally {
  await platforms.close();
}
process.disconnect?.();
