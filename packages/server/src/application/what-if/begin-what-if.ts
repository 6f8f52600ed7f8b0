import type { Pack, PackError } from "@suzheng/rules";
import type { HistoryReader } from "./replay/history-reader.ts";
import { loadToTry } from "./replay/packs-of.ts";
import { EMPTY_TALLY } from "./replay/tally.ts";
import { tryAct } from "./replay/try-act.ts";
import type { WhatIfJob, WhatIfRun, WhatIfSubject } from "./what-if-job.ts";

export type WhatIfGiven = Pick<WhatIfJob, "since" | "base" | "before" | "after" | "parameters"> & {
  /** For whom. */
  institution: string;
  /** Whose acts; null: everybody's. */
  institutions: readonly string[] | null;
  subject: Pick<WhatIfSubject, "kind" | "institution" | "counter">;
};

export type Begun =
  | { outcome: "begun"; run: WhatIfRun }
  | { outcome: "pack-refused"; errors: readonly PackError[] }
  | { outcome: "changes-nothing" };

/** A run at its beginning, not stored yet. */
export async function beginWhatIf(
  parts: { history: HistoryReader; now: () => string; newId: () => string },
  given: WhatIfGiven,
): Promise<Begun> {
  const { institution, institutions, subject, ...job } = given;
  const loaded = loadToTry(job);
  if (!loaded.ok) return { outcome: "pack-refused", errors: loaded.errors };
  const { requirements } = tryAct(loaded.before, loaded.after);
  if (requirements.length === 0) return { outcome: "changes-nothing" };
  const logs = (await parts.history.institutions())
    .filter(({ approvalNumber }) => institutions?.includes(approvalNumber) ?? true)
    .map(({ approvalNumber, entries }) => ({ institution: approvalNumber, entries }));
  const run: WhatIfRun = {
    id: parts.newId(),
    institution,
    job: { ...job, logs, requirements, subject: { ...subject, ...inWords(job, loaded) } },
    state: "waiting",
    cursor: { log: 0, stream: null, version: 0 },
    tally: EMPTY_TALLY,
    startedAt: parts.now(),
  };
  return { outcome: "begun", run };
}

function inWords(
  { parameters }: Pick<WhatIfJob, "parameters">,
  { before, after }: { before: Pack | null; after: Pack },
): Pick<WhatIfSubject, "rule" | "version" | "title" | "parameters"> {
  const { id, version, title } = after.document;
  const published = new Map(before?.document.parameters.map((one) => [one.id, one.value]));
  return {
    rule: id,
    version,
    title,
    parameters: Object.entries(parameters).map(([name, value]) => ({
      id: name,
      before: published.get(name) ?? null,
      after: value,
    })),
  };
}
