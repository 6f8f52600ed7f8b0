/** @jsxImportSource react */
import type { RegisteredVersionSummary } from "@suzheng/api-contract";
import { Button } from "antd";
import { codeOf } from "../../api/ask.ts";
import { useAct } from "../../api/use-act.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { useGo } from "../../shell/go.tsx";
import { ErrorNotice } from "../../shell/notices.tsx";
import { REGISTRY_KEY, registry } from "../registry-api.ts";
import { draftPath } from "../version-path.ts";
import { words } from "../words.ts";

type NewVersion = {
  name: { institution: string; rule: string };
  newest: RegisteredVersionSummary;
};

/** The newest version's own text is what the next one starts from; its label and days are not. */
export function NewVersionButton({ name, newest }: NewVersion) {
  const { say } = useLanguage();
  const go = useGo();
  const { rule } = name;
  const create = useAct({
    run: async () => {
      const drafts = await registry.drafts();
      if (drafts.items.some((draft) => draft.rule === rule)) return;
      const { content } = await registry.bundle({ ...name, version: newest.version });
      const days = { issuedOn: null, updatedOn: null, inForceFrom: null };
      await registry.create({ rule, content: { ...content, ...days, version: "" } });
    },
    changes: [REGISTRY_KEY],
    done: () => go(draftPath(rule)),
  });
  return (
    <>
      <Button onClick={() => create.mutate()} loading={create.isPending}>
        {say(words.newVersion)}
      </Button>
      {codeOf(create.error) !== null && <ErrorNotice error={create.error} />}
    </>
  );
}
