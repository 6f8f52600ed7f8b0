import { hash } from "node:crypto";
import type { PublishedVersion } from "@suzheng/api-contract";
import type { RuleBundle, RuleContent } from "@suzheng/certification";
import {
  type ComparedVersion,
  describePack,
  diffVersions,
  executableOf,
  loadPack,
  type Pack,
  type VersionDiff,
} from "@suzheng/rules";
import { done } from "../accounts/result.ts";
import { filedCitation } from "../rules/rule-citation.ts";
import {
  published,
  type RuleName,
  type RuleParts,
  readBundle,
  readVersion,
  type VersionName,
} from "./read-rules.ts";
import { type RegistryResult, refusal } from "./registry-result.ts";

type Published = Omit<PublishedVersion, "citation" | "address">;
type Requirements = Pick<PublishedVersion, "requirements" | "parameters">;

/** A version as everyone reads it: its text, and what its executable part says. */
export async function readPublished(
  parts: RuleParts,
  name: VersionName,
): Promise<RegistryResult<Published>> {
  const version = await readVersion(parts, name, published);
  const filed = await readFiled(parts, name);
  if (version.outcome === "refused" || filed === null) return refusal("rule-not-found");
  const { content, pack } = filed;
  return done({
    ...version.value,
    updatedOn: content.updatedOn,
    basis: content.basis.map(({ access, ...one }) => ({
      ...one,
      access: access.kind === "full-text" ? { kind: access.kind } : access,
    })),
    ...requirementsOf(pack),
  });
}

function requirementsOf(pack: Pack | null): Requirements {
  if (pack === null) return { requirements: [], parameters: [] };
  const { requirements, parameters } = describePack(pack);
  // Loaded packs are of the shapes that the contract repeats.
  return { requirements, parameters } as unknown as Requirements;
}

export const citedAs = (version: Published, address: string) =>
  filedCitation(version, { address, contentHash: version.contentHash });

export type PublishedDiff = { diff: VersionDiff; from: RuleContent; to: RuleContent };

/** What changed between two versions that everyone may read. */
export async function diffPublished(
  parts: RuleParts,
  { institution, rule }: RuleName,
  between: { from: string; to: string },
): Promise<RegistryResult<PublishedDiff>> {
  const name = { institution, rule };
  const from = await readFiled(parts, { ...name, version: between.from });
  const to = await readFiled(parts, { ...name, version: between.to });
  if (from === null || to === null) return refusal("rule-not-found");
  const diff = diffVersions(comparedFiled(rule, from), comparedFiled(rule, to));
  return done({ diff, from: from.content, to: to.content });
}

type Filed = { content: RuleContent; pack: Pack | null };

function comparedFiled(rule: string, { content, pack }: Filed): ComparedVersion {
  const { version, clauses, pack: _pack, basis, files = [], ...rest } = content;
  const head = {
    ...rest,
    basis: Object.fromEntries(basis.map(comparedBasis)),
    files: Object.fromEntries(files.map(({ name, sha256 }) => [name, { sha256 }])),
  };
  const ordered = clauses.map(comparedClause);
  return { id: rule, version, clauses: ordered, head, executable: executableOf(pack) };
}

/** As people read it; the bundle has members by name. */
const comparedClause = ({ number, title, text }: RuleContent["clauses"][number]) => ({
  number,
  title: { zh: title.zh, en: title.en },
  text: { zh: text.zh, en: text.en },
});

/** A full text may be long: that it is another one is told by its hash. */
function comparedBasis({ number, access, ...one }: RuleContent["basis"][number]) {
  const named =
    access.kind === "full-text"
      ? { kind: access.kind, sha256: hash("sha256", access.text, "hex") }
      : access;
  return [number, { ...one, access: named }] as const;
}

/** Null: there is no such version in public. */
async function readFiled(parts: RuleParts, name: VersionName): Promise<Filed | null> {
  const found = await readBundle(parts, name, published);
  if (found.outcome === "refused") return null;
  const { content }: RuleBundle = JSON.parse(found.value.text); // its bytes are as written by us
  return { content, pack: packOf(content, found.value.hash) };
}

const PACKS_MAX = 50;
/** By content hash, oldest first: compiling one takes longer than all the rest of an answer. */
const packs = new Map<string, Pack | null>();

function packOf({ pack: texts }: RuleContent, contentHash: string): Pack | null {
  if (texts === null) return null;
  const known = packs.get(contentHash);
  if (known !== undefined) return known;
  const loaded = loadPack(texts);
  // What a later reader refuses was sound when it was filed; its text stands in the bundle.
  const pack = loaded.ok ? loaded.pack : null;
  const oldest = packs.size < PACKS_MAX ? undefined : packs.keys().next().value;
  if (oldest !== undefined) packs.delete(oldest);
  packs.set(contentHash, pack);
  return pack;
}
