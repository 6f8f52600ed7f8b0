import { loadCalculators, loadRulePacks, readRuleTranslations } from "@suzheng/server";
import { Command } from "commander";
import { rulesTryCommand } from "./rules-try.ts";

function check(folder: string): void {
  for (const { pack, contentHash } of loadRulePacks(folder)) {
    const { id, version, number, requirements, parameters } = pack.document;
    const unconfirmed = parameters.filter(({ confidence }) => confidence !== "high").length;
    console.log(
      `✓ ${id}/${version} ${number} · ${requirements.length} 项要求 / requirements · ${unconfirmed} 个参数待核实 / unconfirmed parameters`,
    );
    console.log(`  sha256 ${contentHash}`);
  }
  for (const { calculator, vectors, contentHash } of loadCalculators(folder)) {
    const { id, version, number, parameters } = calculator;
    const unread = Object.values(parameters).filter(({ value }) => value === null).length;
    console.log(
      `✓ ${id}/${version} ${number} · ${vectors.cases.length} 个例子 / vectors · ${unread} 个数值未读到 / values not found`,
    );
    console.log(`  sha256 ${contentHash}`);
  }
  const { texts, examples } = readRuleTranslations(folder);
  const translated = texts.length + examples.length;
  if (translated > 0) console.log(`✓ ${translated} 条译文 / translations`);
}

export function rulesCommand(): Command {
  const command = new Command("rules").description("规则包 / rule packs");
  command
    .command("check")
    .description(
      "载入并检验规则包与计算器及其示例 / load packs and calculators, run their examples",
    )
    .argument("[folder]", "", "rule-packs")
    .action(check);
  command.addCommand(rulesTryCommand());
  return command;
}
