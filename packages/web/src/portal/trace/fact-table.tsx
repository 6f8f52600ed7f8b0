import { type CodeLists, useCodeLists } from "../api/code-lists.ts";
import { type CodeList, codeName, itemName } from "../api/code-name.ts";
import type { Language } from "../language/language.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";

/** Fields whose values are codes of an official list. */
const LIST_OF: Record<string, CodeList> = {
  activity: "auditActivity",
  status: "certificateStatus",
  stage: "auditStage",
  mode: "auditMode",
  role: "teamRole",
  qualification: "qualification",
  accreditationMarks: "accreditationMark",
  changeTypes: "changeType",
  reportType: "reportType",
  reissueCause: "reissueCause",
  suspensionCauses: "suspensionCause",
  endCauses: "withdrawalCause",
  overdueCauses: "overdueCause",
  riskLevel: "riskLevel",
  previousStatus: "certificateStatus",
};

/** Kept for machines: the same thing stands beside it in words. */
const HIDDEN: readonly string[] = ["holderKey"];

/** A time as reported, in Beijing's zone without saying so. */
const REPORTED_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?$/;

type Context = { t: Words; language: Language; lists: CodeLists };

function shown(value: unknown, key: string, context: Context): string {
  const { t, language, lists } = context;
  if (value === true || value === "yes") return t.trace.yes;
  if (value === false) return t.trace.no;
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") return value.toLocaleString("en");
  if (Array.isArray(value)) {
    const parts = value.map((part) => shown(part, key, context));
    return parts.join(language === "zh" ? "；" : "; ") || "–";
  }
  if (typeof value === "object") {
    const parts = Object.entries(value).map(([name, part]) => shown(part, name, context));
    return parts.join(" ");
  }
  const text = String(value).replace(REPORTED_TIME, "$1 $2");
  if (key === "itemCode") return [itemName(lists, text, language), text].join(" ").trim();
  const words: Record<string, Record<string, string>> = t.factValues;
  const word = words[key]?.[text];
  if (word !== undefined) return word;
  const list = LIST_OF[key];
  return list ? codeName(lists, { list, code: text, language }) : text;
}

/** The field's name in words, or as the event schema calls it. */
function nameOf(key: string, fields: Words["fields"]): string {
  const named: Record<string, string> = fields;
  return named[key] ?? key;
}

const isEmpty = (value: unknown) =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Known fields in the order of the dictionary, which goes from important to incidental. */
function inOrder(entries: [string, unknown][], fields: Words["fields"]): [string, unknown][] {
  const order = Object.keys(fields);
  const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return entries.sort(([a], [b]) => placeOf(a) - placeOf(b));
}

type FactTableProps = {
  facts: Record<string, unknown>;
  label: string;
  /** What a verdict rested on matters also where it was absent. */
  keepEmpty?: boolean;
};

export function FactTable(props: FactTableProps) {
  const { t, language } = useWords();
  const lists = useCodeLists();
  const told = Object.entries(props.facts).filter(
    ([key, value]) => !HIDDEN.includes(key) && (props.keepEmpty || !isEmpty(value)),
  );
  const entries = inOrder(told, t.fields);
  if (entries.length === 0) return null;
  return (
    <>
      <p class="small label">{props.label}</p>
      <dl class="fact-table">
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{nameOf(key, t.fields)}</dt>
            <dd>
              <Recorded text={shown(value, key, { t, language, lists })} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
