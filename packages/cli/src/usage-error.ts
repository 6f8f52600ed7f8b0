import { CodedError } from "@suzheng/server";
import type { Command, CommanderError } from "commander";

type Words = { zh: string; en: string };

const named = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? "";
const guess = (message: string): string => {
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  return meant === undefined ? "" : `，是不是 ${meant}？`;
};

/** Why a value does not do, from `… is invalid. Allowed choices are a, b.` or words of ours. */
function reasonOf(message: string): string {
  const reason = /is invalid[^.]*\. (.*)$/.exec(message)?.[1] ?? "";
  const [zh = ""] = reason.replace("Allowed choices are ", "可用的值：").split(" / ");
  return zh.replace(/\.$/, "");
}

/** By the code of the library that reads the command line. */
const MISTAKES: Readonly<Record<string, { code: string; zh: (message: string) => string }>> = {
  "commander.unknownOption": {
    code: "option-unknown",
    zh: (message) => `没有 \`${named(message)}\` 这个选项${guess(message)}`,
  },
  "commander.unknownCommand": {
    code: "command-unknown",
    zh: (message) => `没有 \`${named(message)}\` 这个命令${guess(message)}`,
  },
  "commander.missingMandatoryOptionValue": {
    code: "option-missing",
    zh: (message) => `缺少选项 \`${named(message)}\``,
  },
  "commander.optionMissingArgument": {
    code: "option-without-value",
    zh: (message) => `选项 \`${named(message)}\` 没有写值`,
  },
  "commander.missingArgument": {
    code: "argument-missing",
    zh: (message) => `缺少参数 \`<${named(message)}>\``,
  },
  "commander.excessArguments": {
    code: "argument-unexpected",
    zh: (message) => `参数太多：${/: ([^:]*)\.$/.exec(message)?.[1] ?? ""}`,
  },
  "commander.invalidArgument": {
    code: "option-malformed",
    zh: (message) =>
      `${[...message.matchAll(/'([^']*)'/g)].map(([, text]) => `\`${text}\``).join(" ")} 不对：${reasonOf(message)}`,
  },
};

/** A mistyped command line as a refusal like any other; null: help was asked for. */
export function usageError(error: CommanderError, asked: string): CodedError | null {
  const mistake = MISTAKES[error.code];
  if (mistake === undefined) return null;
  const message = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  const detail: Words = {
    zh: mistake.zh(message),
    en: message.replace(/\p{Script=Han}[^/]*\/ /u, ""),
  };
  const help = ["suzheng", asked, "--help"].filter((word) => word !== "").join(" ");
  const wayOut = { zh: `用法见 ${help}。`, en: `See ${help}.` };
  return new CodedError(mistake.code, { detail, wayOut }, { cause: error });
}

/** Mistakes are thrown and said in both languages by who catches them. */
export function throwMistakes(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => {} });
  for (const below of command.commands) throwMistakes(below);
}
