import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";

function shown(value: unknown, t: Words): string {
  if (value === true) return t.trace.yes;
  if (value === false) return t.trace.no;
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") return value.toLocaleString("en");
  if (Array.isArray(value)) return value.map((part) => shown(part, t)).join("；");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The field's name in words, or as the event schema calls it. */
function nameOf(key: string, fields: Words["fields"]): string {
  const named: Record<string, string> = fields;
  return named[key] ?? key;
}

export function FactTable(props: { facts: Record<string, unknown>; label: string }) {
  const { t } = useWords();
  const entries = Object.entries(props.facts);
  if (entries.length === 0) return null;
  return (
    <>
      <p class="small label">{props.label}</p>
      <dl class="fact-table">
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{nameOf(key, t.fields)}</dt>
            <dd>{shown(value, t)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
