import type { RuleContent } from "@suzheng/api-contract";

export type Change = {
  kind: "added" | "removed" | "changed";
  part: "information" | "clauses" | "basis" | "commitment" | "pack";
  /** Field name, clause number or standard number. */
  name: string;
  before: string;
  after: string;
};

type Named = { name: string; text: string };

const bothLanguages = ({ zh, en }: { zh: string; en: string }) => (en === "" ? zh : `${zh}\n${en}`);

const INFORMATION = [
  "category",
  "field",
  "number",
  "issuer",
  "issuedOn",
  "updatedOn",
  "inForceFrom",
  "mark",
] as const;

function informationOf(content: RuleContent): Named[] {
  const fields = INFORMATION.map((name) => ({ name: name as string, text: content[name] ?? "" }));
  return [
    { name: "titleZh", text: content.title.zh },
    { name: "titleEn", text: content.title.en },
    ...fields,
    { name: "itemCodes", text: content.itemCodes.join("、") },
  ];
}

const clausesOf = ({ clauses }: RuleContent): Named[] =>
  clauses.map(({ number, title, text }) => ({
    name: number,
    text: [bothLanguages(title), bothLanguages(text)].filter((line) => line !== "").join("\n"),
  }));

const basisOf = ({ basis }: RuleContent): Named[] =>
  basis.map(({ number, title, issuer, issuedOn, access }) => ({
    name: number,
    text: [title, issuer, issuedOn ?? "", access.kind === "full-text" ? access.text : access.how]
      .filter((line) => line !== "")
      .join("\n"),
  }));

const packOf = ({ pack }: RuleContent): Named[] => [
  { name: "pack.yaml", text: pack?.pack ?? "" },
  { name: "examples.yaml", text: pack?.examples ?? "" },
];

/** By name, in the order of the new one; what only the old one has comes at the end. */
function compare(part: Change["part"], before: Named[], after: Named[]): Change[] {
  const rest = new Map(before.map(({ name, text }) => [name, text]));
  const changes: Change[] = [];
  for (const { name, text } of after) {
    const former = rest.get(name) ?? "";
    rest.delete(name);
    if (former === text) continue;
    const kind = former === "" ? "added" : text === "" ? "removed" : "changed";
    changes.push({ kind, part, name, before: former, after: text });
  }
  for (const [name, text] of rest) {
    if (text !== "") changes.push({ kind: "removed", part, name, before: text, after: "" });
  }
  return changes;
}

/** What a version changes against another, clause by clause; the versions' labels are apart. */
export function diffContent(before: RuleContent, after: RuleContent): Change[] {
  const commitment = (content: RuleContent) => [{ name: "commitment", text: content.commitment }];
  return [
    ...compare("information", informationOf(before), informationOf(after)),
    ...compare("clauses", clausesOf(before), clausesOf(after)),
    ...compare("basis", basisOf(before), basisOf(after)),
    ...compare("commitment", commitment(before), commitment(after)),
    ...compare("pack", packOf(before), packOf(after)),
  ];
}
