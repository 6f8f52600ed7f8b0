import type { WhatIfCases } from "@suzheng/api-contract";
import { done } from "../accounts/result.ts";
import { isUnfitText } from "../unfit-text.ts";
import type { WhatIfCase } from "./what-if-job.ts";
import type { WhatIfCommandParts } from "./what-if-parts.ts";
import { refused, type WhatIfResult } from "./what-if-result.ts";
import type { CaseFilter, CasePlace, RunName } from "./what-if-run-store.ts";

const CASES_A_PAGE = 50;
const CASES_AT_A_TIME = 5000;
const BYTE_ORDER_MARK = "\uFEFF";

type Parts = Pick<WhatIfCommandParts, "store" | "csvLine">;

export type CasesOf = RunName & { filter: CaseFilter };

const placeOf = ({ institution, index, requirement }: WhatIfCase): CasePlace => ({
  institution,
  index,
  requirement,
});

/** A page of cases; the cursor is the place of the last one. */
export async function casesPage(
  { store }: Parts,
  { filter, ...name }: CasesOf,
  cursor: string | undefined,
): Promise<WhatIfResult<WhatIfCases>> {
  const after = cursor === undefined ? null : readCursor(cursor);
  if (after === "malformed") return refused("cursor-malformed");
  const items = await store.cases(name, { filter, after, limit: CASES_A_PAGE + 1 });
  const shown = items.slice(0, CASES_A_PAGE);
  const last = shown.at(-1);
  const isMore = items.length > CASES_A_PAGE && last !== undefined;
  return done({ items: shown, nextCursor: isMore ? cursorOf(placeOf(last)) : null });
}

const cursorOf = ({ institution, index, requirement }: CasePlace) =>
  Buffer.from(JSON.stringify([institution, index, requirement])).toString("base64url");

function readCursor(cursor: string): CasePlace | "malformed" {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(place)) return "malformed";
    const [institution, index, requirement] = place as unknown[];
    return isText(institution) && Number.isSafeInteger(index) && isText(requirement)
      ? { institution, index: Number(index), requirement }
      : "malformed";
  } catch {
    return "malformed";
  }
}

const isText = (value: unknown): value is string =>
  typeof value === "string" && !isUnfitText(value);

/** Column heads and cells: the words of the reader's language, codes as they are. */
export type CaseColumns = {
  heads: readonly string[];
  cellsOf: (one: WhatIfCase) => readonly string[];
};

/** All cases as CSV, piece by piece; with a byte order mark a spreadsheet reads Chinese. */
export async function* casesAsCsv(
  { store, csvLine }: Parts,
  { filter, ...name }: CasesOf,
  { heads, cellsOf }: CaseColumns,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(heads);
  let after: CasePlace | null = null;
  for (;;) {
    const page: WhatIfCase[] = await store.cases(name, { filter, after, limit: CASES_AT_A_TIME });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map((one) => csvLine(cellsOf(one))).join("");
    after = placeOf(last);
  }
}
