/** @jsxImportSource react */

import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { beijingMinute } from "../../../../portal/dates/dates.ts";
import { useMay } from "../../../api/session.ts";
import { useAct } from "../../../api/use-act.ts";
import { Recorded } from "../../../language/told-text.tsx";
import { useLanguage } from "../../../language/use-language.tsx";
import { ConfirmButton } from "../../../shell/confirm-button.tsx";
import { useGo } from "../../../shell/go.tsx";
import { ErrorNotice, ForQuery } from "../../../shell/notices.tsx";
import { REGISTRY_KEY, registry } from "../../registry-api.ts";
import { words as ruleWords } from "../../words.ts";
import type { DraftEdit } from "../use-draft-edit.ts";
import { words } from "../words.ts";

/** Every save is kept; any of them can become the newest again. */
export function RevisionsPart({ edit, mayDraft }: { edit: DraftEdit; mayDraft: boolean }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { saved, adopt } = edit;
  const key = [...REGISTRY_KEY, "revisions"];
  const query = useQuery({
    queryKey: [...key, saved.rule],
    queryFn: () => registry.revisions(saved.rule),
  });
  const restore = useAct({
    run: (revision: number) => registry.restore(saved.rule, { expected: saved.counter, revision }),
    changes: [key],
    done: (draft) => {
      adopt(draft);
      message.success(say(words.restored));
    },
  });
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{say(words.history)}</h2>
      <ErrorNotice error={restore.error} />
      <ForQuery query={query}>
        {({ items }) => (
          <ul className="rows">
            {items.map(({ counter, savedBy, savedAt }) => (
              <li key={counter}>
                <div className="row-main">
                  <span>{say(words.revision(counter))}</span>
                  <span className="small">
                    <Recorded text={say(ruleWords.saved(savedBy, beijingMinute(savedAt)))} />
                  </span>
                </div>
                {counter === saved.counter && <span className="small">{say(words.current)}</span>}
                {counter !== saved.counter && mayDraft && (
                  <ConfirmButton
                    label={say(words.restore)}
                    about={String(counter)}
                    title={say(words.restoreAsk)}
                    confirmed={() => restore.mutate(counter)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </ForQuery>
      <Withdraw edit={edit} />
    </section>
  );
}

function Withdraw({ edit }: { edit: DraftEdit }) {
  const { say } = useLanguage();
  const go = useGo();
  const may = useMay();
  const { rule, counter } = edit.saved;
  const withdraw = useAct({
    run: () => registry.withdraw(rule, counter),
    changes: [REGISTRY_KEY],
    done: () => go("/rules"),
  });
  if (!may("rule.withdraw-draft")) return null;
  return (
    <div className="acts">
      <ConfirmButton
        label={say(words.withdraw)}
        about={rule}
        title={say(words.withdrawAsk)}
        note={say(words.withdrawNote)}
        confirmed={() => withdraw.mutate()}
      />
      <ErrorNotice error={withdraw.error} />
    </div>
  );
}
