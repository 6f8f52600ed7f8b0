import type { FieldChange } from "@suzheng/api-contract";
import { useEffect, useState } from "preact/hooks";
import { PackText } from "../../language/told-text.tsx";
import { isChinese, told } from "../../language/translated.ts";
import { useWords } from "../../language/use-language.tsx";
import { type MarkedPart, markWords } from "../list/word-marks.ts";
import { useRuleWords } from "../use-rule-words.ts";

/** `because.met.zh` in words; a part that has none stays as it is. */
function useFieldName(field: string): string {
  const words = useRuleWords();
  const names: Record<string, string> = { ...words.fields, ...words.languages };
  return field
    .split(".")
    .map((part) => names[part] ?? part)
    .join(" · ");
}

function shown(value: unknown, { absent, comma }: { absent: string; comma: string }): string {
  if (value === null || value === undefined || value === "") return absent;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.join(comma);
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Text whose words are compared; a date is another date as a whole. */
const isWording = (value: unknown): value is string =>
  typeof value === "string" && !DATE.test(value);

/** Until the marks are there, the two texts stand one after the other. */
function MarkedText(props: { before: string; after: string }) {
  const { language } = useWords();
  const { before, after } = props;
  const lang = language === "en" && isChinese(before + after) ? "zh-CN" : undefined;
  const [parts, setParts] = useState<MarkedPart[]>([
    { text: before, change: "removed" },
    { text: after, change: "added" },
  ]);
  useEffect(() => {
    let current = true;
    markWords(before, after).then((marks) => current && setParts(marks));
    return () => {
      current = false;
    };
  }, [before, after]);
  return (
    <p class="marked" lang={lang}>
      {parts.map(({ text, change }, i) => {
        const key = `${i}${change}`;
        if (change === "removed") return <del key={key}>{text}</del>;
        return change === "added" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

export function FieldChangeItem(props: { change: FieldChange }) {
  const { field, before, after } = props.change;
  const spoken = useWords();
  const { absent } = useRuleWords();
  const name = useFieldName(field);
  const isText = isWording(before) && isWording(after);
  const comma = spoken.language === "zh" ? "、" : ", ";
  const ofValue = (value: unknown) => <PackText text={shown(value, { absent, comma })} />;
  return (
    <div class="field-change">
      <p class="small label">{name}</p>
      {isText ? (
        <MarkedText before={told(before, spoken).text} after={told(after, spoken).text} />
      ) : (
        <p class="marked">
          {before !== null && <del>{ofValue(before)}</del>}
          {before !== null && after !== null && " "}
          {after !== null && <ins>{ofValue(after)}</ins>}
        </p>
      )}
    </div>
  );
}
