import { fork } from "node:child_process";
import { join } from "node:path";
import type { LoadOrder, LoadReport } from "./http-load.ts";

/** Loads a server of this process from another process. Throws when an answer was not 200. */
export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, "http-load.ts"));
  child.send(order);
  const report = await new Promise<LoadReport>((resolve, reject) => {
    child.once("message", (message) => resolve(message as LoadReport));
    child.once("exit", (code) => reject(new Error(`the load generator ended with ${code}`)));
  });
  if (report.failures > 0) throw new Error(`${report.failures} answers were not 200`);
  return report;
}
