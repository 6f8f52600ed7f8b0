#!/usr/bin/env -S node --max-semi-space-size=32 --max-old-space-size=512
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Compiling some thousand files at each start takes a second; kept with the installation, or not
// at all where its folder cannot be written.
enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/suzheng"));

const { runProgram } = await import("./program.ts");
process.exitCode = await runProgram(process.argv);
