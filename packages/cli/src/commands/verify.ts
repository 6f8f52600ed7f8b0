import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { CodedError } from "@suzheng/server";
import {
  parseTrust,
  type Sha256,
  type Step,
  type Verification,
  verifyBundle,
} from "@suzheng/verifier";
import { Command } from "commander";
import { provenStatus, provenStatusLine } from "../proven-status.ts";
import { reportError } from "../report-error.ts";

/** Exit codes, permanent: scripts rely on them. */
const EXIT_CODES = { valid: 0, invalid: 1, malformed: 2, "could-not-check": 3 } as const;

const OUTCOMES = {
  valid: "证明成立 / proof holds",
  invalid: "证明不成立 / proof does not hold",
  malformed: "不是证明文件 / malformed",
  "could-not-check": "无法核验 / could not check",
} as const;

const sha256: Sha256 = (...parts) => {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest();
};

async function readText(path: string, code: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new CodedError(
      code,
      {
        detail: { zh: `读不到文件 \`${path}\`。`, en: `cannot read \`${path}\`` },
        wayOut: { zh: "核对路径。", en: "Check the path." },
      },
      { cause },
    );
  }
}

function printStep({ step, outcome, detail }: Step): void {
  const mark = outcome === "valid" ? "✓" : "✕";
  console.log(`${mark} ${step.padEnd(20)} ${detail.zh} / ${detail.en}`);
}

function subjectLine(subject: Verification["subject"]): string {
  if (subject?.kind === "rule") return `规则 / rule: ${subject.institution} ${subject.rule}`;
  if (subject === null) return "证书 / certificate: ?";
  return `证书 / certificate: ${subject.number}（${subject.institution}）`;
}

function printHistory(verification: Verification): void {
  const { subject, provableUpTo, streams } = verification;
  console.log(subjectLine(subject));
  for (const { log, stream, events } of streams) {
    const absent = events.length === 0 ? `  ${log} 从未记录 / has never recorded it` : "";
    console.log(`  ${stream} · ${events.length}${absent}`);
    for (const { index, entry } of events) {
      console.log(`    ${entry.occurredOn}  ${entry.type}  #${index}`);
    }
  }
  const upTo = provableUpTo?.notedAt ?? "?";
  console.log(`截至 ${upTo} 没有更晚的记录 / no later act up to ${upTo}`);
  const cosigned = provableUpTo?.cosignedAt ?? null;
  if (cosigned === null) console.log("未配置见证方 / no witnesses are pinned");
}

async function verify(file: string, options: { policy: string; json?: boolean }): Promise<void> {
  const trustText = await readText(options.policy, "policy-unreadable");
  const trust = parseTrust(sha256, trustText);
  if (trust.outcome === "malformed") {
    throw new CodedError("policy-malformed", {
      detail: trust.detail,
      wayOut: {
        zh: "重新取得该平台的 /trust.json。",
        en: "Get the platform's /trust.json again from a source you trust.",
      },
    });
  }
  const bundle = await readText(file, "proof-unreadable");
  const json = options.json === true;
  const verification = verifyBundle({
    bundle,
    trust: trust.value,
    sha256,
    ...(json ? {} : { onStep: printStep }),
  });
  const certificate = provenStatus(verification);
  if (json) console.log(JSON.stringify({ ...verification, certificate }));
  else {
    if (verification.outcome === "valid") printHistory(verification);
    if (certificate !== null) console.log(provenStatusLine(certificate));
    console.log(OUTCOMES[verification.outcome]);
  }
  process.exitCode = EXIT_CODES[verification.outcome];
}

/** A file that cannot be read, or trust that cannot be, means that nothing was checked. */
async function verifyOrSay(file: string, options: { policy: string; json?: boolean }) {
  try {
    await verify(file, options);
  } catch (error) {
    reportError(error);
    process.exitCode = EXIT_CODES["could-not-check"];
  }
}

export const verifyCommand = () =>
  new Command("verify")
    .description("离线核验证明文件 / verify a proof file offline")
    .argument("<file>", "证明文件 / proof file")
    .requiredOption("--policy <file>", "事先取得的 trust.json / the trust.json you pinned")
    .option("--json", "输出 JSON / print JSON")
    .addHelpText(
      "after",
      "\n退出码 / exit codes: 0 证明成立 / holds · 1 不成立 / does not hold · 2 不是证明 / malformed · 3 无法核验 / could not check",
    )
    .action(verifyOrSay);
