import { RuleId, RuleVersionLabel } from "@suzheng/api-contract";
import { z } from "zod";
import { typedText } from "../typed-text.ts";

export const RuleParams = z.object({ institution: typedText(60).min(1), rule: RuleId });
export const VersionParams = RuleParams.extend({ version: RuleVersionLabel });
export const JSON_TYPE = "application/json; charset=utf-8";
