import type { Language } from "../language/language.ts";
import type { CodeLists } from "./code-lists.ts";

export type CodeList =
  | "certificateStatus"
  | "auditActivity"
  | "auditStage"
  | "auditMode"
  | "reportType"
  | "changeType"
  | "reissueCause"
  | "suspensionCause"
  | "withdrawalCause"
  | "overdueCause"
  | "riskLevel"
  | "accreditationMark"
  | "qualification"
  | "teamRole"
  | "institutionStatus"
  | "itemCode";

type Wanted = { list: CodeList; code: string; language: Language };

/** The name of an official code or of the platform's word for it; what was given when unknown. */
export function codeName(lists: CodeLists, wanted: Wanted): string {
  const list = lists[wanted.list] ?? {};
  const label =
    list[wanted.code] ?? Object.values(list).find((entry) => entry.word === wanted.code);
  return label?.[wanted.language] ?? wanted.code;
}

const ITEM_LENGTH_MIN = 3;

/** Item codes nest (A01, A0101, A010103): the longest known beginning names it. */
export function itemName(lists: CodeLists, code: string, language: Language): string | null {
  for (let length = code.length; length >= ITEM_LENGTH_MIN; length--) {
    const label = lists.itemCode?.[code.slice(0, length)];
    if (label) return label[language];
  }
  return null;
}
