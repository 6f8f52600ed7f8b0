import type {
  LocalText,
  PublicRuleState,
  PublishedVersion,
  RuleVersion,
} from "@suzheng/api-contract";
import type { RuleName } from "../../api/paths.ts";

/** A clause as it is read; `source` is null where the text is the issuer's own. */
export type ShownClause = {
  number: string;
  title: LocalText;
  text: LocalText;
  source: string | null;
};

/** A version as its page shows it, shipped with the platform or filed by a body. */
export type ShownVersion = Pick<
  RuleVersion,
  | "version"
  | "number"
  | "title"
  | "issuer"
  | "issuedOn"
  | "inForceFrom"
  | "inForceUntil"
  | "isJudgedFrom"
  | "dates"
  | "category"
  | "itemCodes"
  | "notes"
  | "citation"
  | "address"
  | "contentHash"
  | "parameters"
  | "requirements"
  | "sources"
> & {
  name: RuleName;
  state: PublicRuleState;
  clauses: ShownClause[];
  basis: ShownBasis[];
  /** What only a filed rule tells. */
  filed: Filed | null;
};

export type ShownBasis = {
  number: string;
  title: LocalText;
  /** Who issued it and when; null where it is not told. */
  issued: { by: string; on: string | null } | null;
  /** Of a filed rule: its full text is in the bundle, or how it is obtained. */
  access: PublishedVersion["basis"][number]["access"] | null;
};

export type Filed = Pick<
  PublishedVersion,
  "institutionName" | "field" | "updatedOn" | "mark" | "commitment" | "files"
> & { institution: string };

export const shownShipped = ({ id, ...rule }: RuleVersion): ShownVersion => ({
  ...rule,
  name: { institution: null, id },
  state: "published",
  basis: rule.basis.map((one) => ({ ...one, issued: null, access: null })),
  filed: null,
});

const chinese = (zh: string): LocalText => ({ zh, en: "" });

export function shownFiled(version: PublishedVersion): ShownVersion {
  const { institution, rule, state, inForceFrom, basis } = version;
  return {
    ...version,
    name: { institution, id: rule },
    // Only what was published reaches the public.
    state: state as PublicRuleState,
    issuer: chinese(version.issuer),
    inForceFrom: inForceFrom ?? "",
    basis: basis.map(({ number, title, issuer, issuedOn, access }) => ({
      ...{ number, access },
      title: chinese(title),
      issued: { by: issuer, on: issuedOn },
    })),
    clauses: version.clauses.map((clause) => ({ ...clause, source: null })),
    notes: [],
    dates: {},
    sources: { documents: [], facts: [] },
    filed: version,
  };
}
