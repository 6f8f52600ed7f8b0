import type { WhatIfChoices } from "@suzheng/api-contract";
import { allowedIn, type Pack } from "@suzheng/rules";
import { done } from "../accounts/result.ts";
import type { Acting } from "../policy/authorise.ts";
import type { StoredDraft } from "../registry/draft-store.ts";
import { draftCommands } from "../registry/drafts.ts";
import { bodiesToTry } from "./bodies-to-try.ts";
import type { WhatIfCommandParts } from "./what-if-parts.ts";
import type { WhatIfResult } from "./what-if-result.ts";

/** What the person may try, and on whose acts. */
export async function whatIfChoices(
  parts: WhatIfCommandParts,
  acting: Acting,
): Promise<WhatIfResult<WhatIfChoices>> {
  const drafts = await draftCommands(parts.registry).list(acting, null);
  return done({
    packs: newestFirst(parts.packs).map(packChoice),
    drafts: (drafts.outcome === "done" ? drafts.value : []).map(draftChoice).sort(executableFirst),
    filed: await filedChoices(parts, acting),
    institutions: (await bodiesToTry(parts, acting)).map(({ approvalNumber, name, entries }) => ({
      approvalNumber,
      name,
      entries,
    })),
  });
}

const newestFirst = (packs: readonly Pack[]): Pack[] =>
  packs.toSorted(
    ({ document: one }, { document: other }) =>
      one.id.localeCompare(other.id) || other.inForceFrom.localeCompare(one.inForceFrom),
  );

type DraftChoice = WhatIfChoices["drafts"][number];

const draftChoice = ({ rule, content, counter }: StoredDraft): DraftChoice => ({
  ...{ rule, counter },
  version: content.version,
  title: content.title,
  isExecutable: content.pack !== null,
});

const executableFirst = (one: DraftChoice, other: DraftChoice) =>
  Number(other.isExecutable) - Number(one.isExecutable);

function packChoice({ document, requirements }: Pack): WhatIfChoices["packs"][number] {
  const { id, version, title, inForceFrom, inForceUntil, parameters } = document;
  const all = [...requirements.values()];
  return {
    ...{ id, version, title, inForceFrom, inForceUntil },
    parameters: parameters
      .map(({ id: name, value, unit, note }) => ({
        ...{ id: name, value, unit, note, allowed: allowedIn(unit) },
        read: all
          .filter(({ when, requires }) =>
            [...when.reads.parameters, ...requires.reads.parameters].includes(name),
          )
          .map(({ document: { clause, title: said } }) => ({ clause, title: said })),
      }))
      .filter(({ read }) => read.length > 0),
  };
}

async function filedChoices(
  { registry }: WhatIfCommandParts,
  { institution }: Acting,
): Promise<WhatIfChoices["filed"]> {
  const kind = (await registry.organisations.get(institution))?.kind;
  const whose = kind === "regulator" ? null : institution;
  const rules = await registry.rules.rules({ institution: whose, states: null });
  return rules.flatMap(({ versions, rule, ...body }) =>
    versions
      .filter(({ isExecutable }) => isExecutable)
      .map(({ version, title, titleEnglish, state }) => ({
        ...{ institution: body.institution, institutionName: body.institutionName },
        ...{ rule, version, state },
        title: { zh: title, en: titleEnglish ?? "" },
      })),
  );
}
