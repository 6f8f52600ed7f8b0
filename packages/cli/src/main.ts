#!/usr/bin/env -S node --max-semi-space-size=32 --max-old-space-size=512
import { Command } from "commander";
import { benchCommand } from "./commands/bench.ts";
import { certificateCommand } from "./commands/certificate.ts";
import { fsckCommand } from "./commands/fsck.ts";
import { importCommand } from "./commands/import.ts";
import { institutionCommand } from "./commands/institution.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { proofCommand } from "./commands/proof.ts";
import { rulesCommand } from "./commands/rules.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { startCommand } from "./commands/start.ts";
import { userCommand } from "./commands/user.ts";
import { verifyCommand } from "./commands/verify.ts";
import { reportError } from "./report-error.ts";

const program = new Command("suzheng")
  .description(
    "溯证 Suzheng: certification rules that execute, certificates whose history anyone can prove",
  )
  .version("0.1.0")
  .showHelpAfterError("（suzheng <命令> --help 查看用法 / for usage）");

for (const command of [
  startCommand(),
  institutionCommand(),
  importCommand(),
  certificateCommand(),
  proofCommand(),
  verifyCommand(),
  fsckCommand(),
  rulesCommand(),
  simulateCommand(),
  benchCommand(),
  migrateCommand(),
  userCommand(),
]) {
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reportError(error);
}
