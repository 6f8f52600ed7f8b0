export type StatementRow = { name: string; value: string };

/** Where the act's own values lie; the envelope around them repeats or is for programs. */
const SHOWN_OF_ENVELOPE = ["type", "log", "stream"];

const asText = (value: unknown): string => {
  if (value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map(asText).join("、");
  if (typeof value === "object") return Object.values(value).map(asText).join("，");
  return String(value);
};

/**
 * The statement of docs/formats/signed-act.md as lines to read. Everything in `data` is shown, so
 * that nothing is signed unseen; what is no statement gives no rows, and the raw text stays.
 */
export function statementRows(statement: string): StatementRow[] {
  const read: unknown = parse(statement);
  if (typeof read !== "object" || read === null) return [];
  const envelope = Object.entries(read).filter(([name]) => SHOWN_OF_ENVELOPE.includes(name));
  const { data } = read as { data?: unknown };
  const inner = typeof data === "object" && data !== null ? Object.entries(data) : [];
  return [...envelope, ...inner].map(([name, value]) => ({ name, value: asText(value) }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Shown raw instead.
  }
}
