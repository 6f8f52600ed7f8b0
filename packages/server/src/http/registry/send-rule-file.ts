import { Sha256Hex } from "@suzheng/api-contract";
import type { FastifyReply } from "fastify";
import type { FileContent } from "../../application/registry/rule-files.ts";
import { VersionParams } from "../rules/rule-params.ts";

export const FileParams = VersionParams.extend({ sha256: Sha256Hex });
export const FILE_ADDRESS = "/:institution/:rule/versions/:version/files/:sha256";

/** Characters that RFC 8187 does not let stand and encodeURIComponent leaves. */
const UNENCODED = /['()*]/g;
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(UNENCODED, (c) => `%${c.charCodeAt(0).toString(16)}`);

/** To be saved, never run: what people upload is shown by no page of this site. */
export function sendRuleFile(reply: FastifyReply, { file, content }: FileContent) {
  const isPdf = file.type === "application/pdf";
  return reply
    .headers({
      "content-disposition": `attachment; filename="file.${isPdf ? "pdf" : "txt"}"; filename*=UTF-8''${encoded(file.name)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      etag: `"${file.sha256}"`,
    })
    .type(isPdf ? file.type : "text/plain; charset=utf-8")
    .send(content);
}
