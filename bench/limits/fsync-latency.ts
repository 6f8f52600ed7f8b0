import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { percentile } from "../percentile.ts";

const WRITES = 100;

/** What a durable write costs here, in milliseconds: 8 KiB and fdatasync, p50. */
export function fsyncLatencyMs(): number {
  const folder = mkdtempSync(join(tmpdir(), "suzheng-bench-"));
  const file = openSync(join(folder, "fsync"), "w");
  const page = Buffer.alloc(8192, 1);
  const taken: number[] = [];
  for (let i = 0; i < WRITES; i++) {
    const from = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    taken.push(performance.now() - from);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return percentile(taken, 0.5);
}
