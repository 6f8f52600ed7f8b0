/** @jsxImportSource react */

import type { RegisteredRule, RuleDraftSummary } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { useMay } from "../api/session.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { NewDraftForm } from "./new-draft-form.tsx";
import { REGISTRY_KEY, registry } from "./registry-api.ts";
import { RuleRows } from "./rule-rows.tsx";
import { StateChip } from "./state-chip.tsx";
import { draftPath } from "./version-path.ts";
import { words } from "./words.ts";

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

const draftMatches = ({ rule, title }: RuleDraftSummary, typed: string) =>
  fold(`${rule} ${title.zh} ${title.en}`).includes(fold(typed));

const ruleMatches = ({ rule, versions }: Omit<RegisteredRule, "history">, typed: string) =>
  versions.some(({ title, number }) =>
    fold(`${rule} ${title.zh} ${title.en} ${number}`).includes(fold(typed)),
  );

export function RulesPage() {
  const { say } = useLanguage();
  const may = useMay();
  const [typed, setTyped] = useState("");
  return (
    <Page title={words.title} lead={say(words.lead)}>
      <Input
        type="search"
        className="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {may("rule.read-drafts") && <Drafts typed={typed} />}
      <Registered typed={typed} />
    </Page>
  );
}

function Drafts({ typed }: { typed: string }) {
  const { say } = useLanguage();
  const mayDraft = useMay()("rule.draft");
  const query = useQuery({ queryKey: [...REGISTRY_KEY, "drafts"], queryFn: registry.drafts });
  const lesson = mayDraft ? words.noDraftsWay : words.noDraftsReader;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{say(words.drafts)}</h2>
      <ForQuery query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say(words.noDrafts)} way={say(lesson)} />
          ) : (
            <DraftRows drafts={items.filter((draft) => draftMatches(draft, typed))} />
          )
        }
      </ForQuery>
      {mayDraft && <NewDraftForm />}
    </section>
  );
}

function DraftRows({ drafts }: { drafts: readonly RuleDraftSummary[] }) {
  const { say } = useLanguage();
  if (drafts.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows">
      {drafts.map(({ rule, title, version, state, updatedBy, updatedAt }) => (
        <li key={rule}>
          <div className="row-main">
            <Go to={draftPath(rule)}>{say(title) || say(words.unnamed)}</Go>
            <span className="small">
              <code>{rule}</code> {version !== "" && `· ${say(words.version)} ${version}`} ·{" "}
              <Recorded text={say(words.saved(updatedBy, beijingMinute(updatedAt)))} />
            </span>
          </div>
          <StateChip state={state} />
        </li>
      ))}
    </ul>
  );
}

function Registered({ typed }: { typed: string }) {
  const { say } = useLanguage();
  const query = useQuery({ queryKey: [...REGISTRY_KEY, "rules"], queryFn: registry.rules });
  return (
    <section aria-labelledby="registered">
      <h2 id="registered">{say(words.registered)}</h2>
      <ForQuery query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say(words.noRules)} way={say(words.noRulesWay)} />
          ) : (
            <RuleRows rules={items.filter((rule) => ruleMatches(rule, typed))} />
          )
        }
      </ForQuery>
    </section>
  );
}
