import { CodedError, foldNumber, proveAbsence, proveCertificate } from "@suzheng/server";
import { Command } from "commander";
import { askServer } from "../api-client.ts";
import { withPlatform } from "../local-platform.ts";
import { writeOutput } from "../output-files.ts";

type Options = { output?: string; server?: string; absence: boolean };

const NOT_FOUND = {
  "certificate-never-recorded": {
    zh: "已接入的机构从未上报过这个编号。",
    en: "no connected body has ever recorded this number",
  },
  "certificate-withheld": { zh: "该证书信息暂不公开。", en: "the certificate is withheld" },
  "issuer-not-connected": {
    zh: "按编号推断的发证机构尚未接入。",
    en: "the body that the number points to is not connected",
  },
  "certificate-not-yet-issued": { zh: "该证书尚未颁发。", en: "the certificate is not issued yet" },
};

async function localProof(number: string, absence: boolean): Promise<string> {
  return withPlatform(async (platform) => {
    await platform.publisher.publish();
    const result = await (absence ? proveAbsence : proveCertificate)(platform, number);
    if (result.outcome === "proved") return result.text;
    if (result.outcome === "recorded") throw recorded();
    const code = result.outcome === "not-found" ? result.lookup.code : "certificate-never-recorded";
    throw new CodedError(code, {
      detail: NOT_FOUND[code],
      wayOut: { zh: "核对编号。", en: "Check the number." },
    });
  });
}

const recorded = () =>
  new CodedError("certificate-recorded", {
    detail: { zh: "这个编号有记录，不能证明它不存在。", en: "the number is recorded" },
    wayOut: { zh: "去掉 --absence。", en: "Leave --absence out." },
  });

async function proof(numberAsTyped: string, { output, server, absence }: Options): Promise<void> {
  const number = foldNumber(numberAsTyped);
  const path = `/api/v1/certificates/${encodeURIComponent(number)}/${absence ? "absence" : "proof"}`;
  const text =
    server === undefined
      ? await localProof(number, absence)
      : await (await askServer({ server }, path)).text();
  if (output === undefined) process.stdout.write(text);
  else {
    await writeOutput(output, text);
    console.log(`证明已写入 / proof written: ${output}`);
  }
}

export const proofCommand = () =>
  new Command("proof")
    .description("导出证书全部历史的证明文件 / export the proof of a certificate's history")
    .argument("<number>", "证书编号 / certificate number")
    .option("-o, --output <file>", "写入文件，默认标准输出 / file to write")
    .option("--absence", "证明该编号从未被记录 / prove that the number was never recorded", false)
    .option("--server <url>", "向运行中的服务索取 / ask a running server")
    .action(proof);
