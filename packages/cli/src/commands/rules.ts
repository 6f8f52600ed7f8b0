import { loadRulePacks } from "@suzheng/server";
import { Command } from "commander";

function check(folder: string): void {
  for (const { pack, contentHash } of loadRulePacks(folder)) {
    const { id, version, number, requirements, parameters } = pack.document;
    const unconfirmed = parameters.filter(({ confidence }) => confidence !== "high").length;
    console.log(
      `✓ ${id}/${version} ${number} · ${requirements.length} 项要求 / requirements · ${unconfirmed} 个参数待核实 / unconfirmed parameters`,
    );
    console.log(`  sha256 ${contentHash}`);
  }
}

export function rulesCommand(): Command {
  const command = new Command("rules").description("规则包 / rule packs");
  command
    .command("check")
    .description("载入并检验规则包及其示例 / load packs and run their examples")
    .argument("[folder]", "", "rule-packs")
    .action(check);
  return command;
}
