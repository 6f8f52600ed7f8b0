import type { RuleContent } from "@suzheng/certification";
import { isUnfitText } from "../unfit-text.ts";

/** All texts in Unicode normal form C, as evidence wants them; null when one cannot be kept. */
export function fitContent(content: RuleContent): RuleContent | null {
  let isFit = true;
  const fit = (_name: string, value: unknown): unknown => {
    if (typeof value !== "string") return value;
    if (isUnfitText(value)) isFit = false;
    return value.normalize("NFC");
  };
  // JSON.stringify writes half a character as an escape, so nothing is lost before it is seen.
  const fitted: RuleContent = JSON.parse(JSON.stringify(content, fit));
  return isFit ? fitted : null;
}
