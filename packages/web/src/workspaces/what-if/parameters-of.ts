/** `150` and `true` as what they say, everything else as text; lines without `=` are left out. */
export function parametersOf(text: string): Record<string, string | number | boolean> {
  const pairs = text.split("\n").flatMap((line): [string, string | number | boolean][] => {
    const at = line.indexOf("=");
    const [id, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 1 || id === "" || value === "") return [];
    if (value === "true" || value === "false") return [[id, value === "true"]];
    return [[id, Number.isFinite(Number(value)) ? Number(value) : value]];
  });
  return Object.fromEntries(pairs);
}
