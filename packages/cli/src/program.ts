import { Command, CommanderError } from "commander";
import { throwMistakes, usageError } from "./usage-error.ts";

/** In the order of the help. Each is loaded when it is asked for: a proof needs no server. */
const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  start: async () => (await import("./commands/start.ts")).startCommand(),
  institution: async () => (await import("./commands/institution.ts")).institutionCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  certificate: async () => (await import("./commands/certificate.ts")).certificateCommand(),
  proof: async () => (await import("./commands/proof.ts")).proofCommand(),
  verify: async () => (await import("./commands/verify.ts")).verifyCommand(),
  fsck: async () => (await import("./commands/fsck.ts")).fsckCommand(),
  restore: async () => (await import("./commands/restore.ts")).restoreCommand(),
  sweep: async () => (await import("./commands/sweep.ts")).sweepCommand(),
  rules: async () => (await import("./commands/rules.ts")).rulesCommand(),
  simulate: async () => (await import("./commands/simulate.ts")).simulateCommand(),
  bench: async () => (await import("./commands/bench.ts")).benchCommand(),
  migrate: async () => (await import("./commands/migrate.ts")).migrateCommand(),
  account: async () => (await import("./commands/account.ts")).accountCommand(),
  person: async () => (await import("./commands/person.ts")).personCommand(),
  user: async () => (await import("./commands/user/user.ts")).userCommand(),
};

/** Runs the command that the words name; gives the exit code. */
export async function runProgram(words: readonly string[]): Promise<number> {
  const program = new Command("suzheng")
    .description(
      "溯证 Suzheng: certification rules that execute, certificates whose history anyone can prove",
    )
    .version("0.1.0");
  const asked = words[2] ?? "";
  const wanted = Object.entries(COMMANDS).filter(([name]) => name === asked);
  for (const [, load] of wanted.length > 0 ? wanted : Object.entries(COMMANDS))
    program.addCommand(await load());
  try {
    throwMistakes(program);
    await program.parseAsync(words);
  } catch (error) {
    return await exitCodeOf(error, wanted[0]?.[0] ?? "");
  }
  return Number(process.exitCode ?? 0);
}

/** Of `verify`, 1 and 2 say something of the proof; a mistyped one has checked nothing. */
const EXIT_NOTHING_CHECKED = 3;

async function exitCodeOf(error: unknown, asked: string): Promise<number> {
  const { reportError } = await import("./report-error.ts");
  if (!(error instanceof CommanderError)) return reportError(error);
  const mistake = usageError(error, asked);
  // Help and version, which are said already.
  if (mistake === null) return error.exitCode;
  const code = reportError(mistake);
  return asked === "verify" ? EXIT_NOTHING_CHECKED : code;
}
