import { Day, PublicRuleState } from "@suzheng/api-contract";
import { z } from "zod";
import { foldForSearch } from "../../application/certificates/search-text.ts";
import type { VersionFilters } from "../../application/rules/rule-list.ts";
import { typedText } from "../typed-text.ts";

/** What list and search of rules can be narrowed to; left out: whatever it is. */
export const VersionQuery = z.object({
  category: typedText(60).optional(),
  /** Scheme, field or item code: `QMS`, `A01`. */
  field: typedText(40).optional(),
  issuer: typedText(100).optional(),
  state: PublicRuleState.optional(),
  /** Versions in force on that day. */
  on: Day.optional(),
  /** Whether bodies filed them, or they came with the platform. */
  filed: z.enum(["true", "false"]).optional(),
});

export const versionFilters = (query: z.infer<typeof VersionQuery>): VersionFilters => ({
  category: query.category ?? null,
  field: query.field?.toUpperCase() ?? null,
  issuer: query.issuer === undefined ? null : foldForSearch(query.issuer),
  state: query.state ?? null,
  on: query.on ?? null,
  isFiled: query.filed === undefined ? null : query.filed === "true",
});
