import type { SelfCheckFinding } from "@suzheng/api-contract";
import type { RuleContent, RuleFile } from "@suzheng/certification";
import { done } from "../accounts/result.ts";
import { type Acting, guard } from "../policy/authorise.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { type RegistryResult, refusal } from "./registry-result.ts";

type Parts = Pick<RegistryParts, "evidence" | "files" | "now">;
type Sent = { name: string; content: Uint8Array };
export type FileContent = { file: RuleFile; content: Uint8Array };

const PDF_BEGINS = "%PDF-";

/** By what stands in it, whatever it was called; null: neither a PDF nor text in UTF-8. */
export function fileTypeOf(content: Uint8Array): RuleFile["type"] | null {
  const start = String.fromCharCode(...content.subarray(0, PDF_BEGINS.length));
  if (start === PDF_BEGINS) return "application/pdf";
  if (content.length === 0 || content.includes(0)) return null;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return "text/plain";
  } catch {
    return null; // Not UTF-8: shown as text it would be something else.
  }
}

/** Files that an institution keeps to file them with its rules. */
export const ruleFileCommands = (parts: Parts) => ({
  keep: guard("rule.draft", (acting, sent: Sent) => keepFile(parts, acting, sent)),
  read: guard("rule.read-drafts", (acting, sha256: string) => readKept(parts, acting, sha256)),
});

async function keepFile(
  { evidence, files, now }: Parts,
  { actor, institution }: Acting,
  { name, content }: Sent,
): Promise<RegistryResult<RuleFile>> {
  const type = fileTypeOf(content);
  if (type === null) return refusal("rule-file-type-unknown");
  // Before the row that names it; alone it is a file that nobody asks for.
  const sha256 = await evidence.putBytes(content);
  const kept = { sha256, bytes: content.length, type };
  await files.keep(institution, { ...kept, by: actor.account, at: now() });
  return done({ name: name.normalize("NFC"), ...kept });
}

async function readKept(
  { evidence, files }: Parts,
  { institution }: Acting,
  sha256: string,
): Promise<RegistryResult<FileContent>> {
  const [kept] = await files.kept(institution, [sha256]);
  if (kept === undefined) return refusal("rule-file-unknown");
  return done({ file: { name: sha256, ...kept }, content: await contentOf(evidence, sha256) });
}

export async function contentOf(evidence: Parts["evidence"], sha256: string): Promise<Uint8Array> {
  const content = await evidence.getBytes(sha256);
  if (content === null) throw new Error(`the evidence \`${sha256}\` is missing`);
  return content;
}

/** Files of a content that the institution does not keep as they are named there. */
export async function fileFindings(
  { files }: Pick<Parts, "files">,
  institution: string,
  { files: named = [] }: RuleContent,
): Promise<SelfCheckFinding[]> {
  if (named.length === 0) return [];
  const kept = await files.kept(
    institution,
    named.map(({ sha256 }) => sha256),
  );
  return named.flatMap((file, i) => {
    const isKept = kept.some(
      ({ sha256, bytes, type }) =>
        sha256 === file.sha256 && bytes === file.bytes && type === file.type,
    );
    return isKept ? [] : [fileMissing(`files.${i}`, file.name)];
  });
}

const fileMissing = (field: string, name: string): SelfCheckFinding => ({
  code: "file-missing",
  severity: "error",
  message: {
    zh: `没有收到附件 \`${name}\``,
    en: `the file \`${name}\` has not arrived`,
  },
  wayOut: { zh: "移去后重新上传", en: "remove it and upload it again" },
  field,
  place: null,
});
