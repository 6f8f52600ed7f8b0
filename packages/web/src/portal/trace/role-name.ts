import type { CodeLists } from "../api/code-lists.ts";
import { codeName } from "../api/code-name.ts";
import type { Language } from "../language/language.ts";
import type { Words } from "../language/zh.ts";

const OUR_ROLES: Record<string, keyof Words["roles"]> = {
  signatory: "signatory",
  "decision-maker": "decisionMaker",
  reviewer: "reviewer",
  leader: "leader",
  member: "member",
  inspector: "auditor",
  expert: "expert",
  observer: "observer",
};

type Spoken = { t: Words; language: Language };

/** A person's part: by the official list, else in our words, else as it was reported. */
export function roleName(role: string, lists: CodeLists, { t, language }: Spoken): string {
  const official = codeName(lists, { list: "teamRole", code: role, language });
  if (official !== role) return official;
  const ours = OUR_ROLES[role];
  return ours ? t.roles[ours] : role;
}
