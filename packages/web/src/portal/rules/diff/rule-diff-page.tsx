import type { ClauseChange, FieldChange, ItemChange, RuleDiff } from "@suzheng/api-contract";
import { useEffect } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { apiPaths, clauseAnchor, pagePaths, type RuleName } from "../../api/paths.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { inLanguage } from "../../language/language.ts";
import { Local, PackText } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { useFragment, usePageTitle } from "../../shell/use-page.ts";
import { ForRule } from "../for-rule.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { expandChange } from "./expand-change.ts";
import { FieldChangeItem } from "./field-change.tsx";

function ChangeChip(props: { change: ClauseChange["change"] }) {
  const words = useRuleWords();
  return <span class={`chip change-${props.change}`}>{words.change[props.change]}</span>;
}

function Fields(props: { changes: readonly FieldChange[] }) {
  return (
    <>
      {props.changes.flatMap(expandChange).map((change) => (
        <FieldChangeItem key={change.field} change={change} />
      ))}
    </>
  );
}

function Items(props: { title: string; items: readonly ItemChange[] }) {
  if (props.items.length === 0) return null;
  return (
    <>
      <h4>{props.title}</h4>
      {props.items.map((item) => (
        <div class="executable" key={item.id}>
          <p class="executable-title">
            <code>{item.id}</code> <ChangeChip change={item.change} />
          </p>
          <Fields changes={item.fields.filter(({ field }) => field !== "id")} />
        </div>
      ))}
    </>
  );
}

function Clause(props: { name: RuleName; diff: RuleDiff; clause: ClauseChange }) {
  const { name, diff, clause } = props;
  const words = useRuleWords();
  const anchor = clauseAnchor(clause.number);
  const version = clause.change === "removed" ? diff.from : diff.to;
  return (
    <section class="clause" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <Go to={pagePaths.versionOf(name, version, clause.number)} class="number">
          <PackText text={clause.number} />
        </Go>{" "}
        <Local text={clause.title} /> <ChangeChip change={clause.change} />
      </h3>
      <Fields changes={clause.fields.filter(({ field }) => field !== "number")} />
      <Items title={words.executable} items={clause.requirements} />
      <Items title={words.values} items={clause.parameters} />
    </section>
  );
}

function Difference(props: { name: RuleName; diff: RuleDiff }) {
  const { name, diff } = props;
  const { t } = useWords();
  const words = useRuleWords();
  const told = new Set(diff.clauses.flatMap((one) => one.parameters.map(({ id }) => id)));
  const others = diff.parameters.filter(({ id }) => !told.has(id));
  const isSame = diff.head.length + diff.clauses.length + diff.parameters.length === 0;
  return (
    <>
      <p class="crumb">
        <Go to="/rules">{t.rules.title}</Go> / <Go to={pagePaths.rule(name)}>{diff.id}</Go>
      </p>
      <h1>
        {words.diffTitle}: <Local text={diff.title} />
      </h1>
      <p class="lead">{words.diffLead(diff.from, diff.to)}</p>
      <p>
        <Go to={pagePaths.ruleDiff(name, { from: diff.to, to: diff.from })}>{words.swap}</Go>
      </p>
      <p role="status">
        {isSame ? words.noChange : words.summary(diff.clauses.length, diff.parameters.length)}
      </p>
      {diff.head.length > 0 && <h2>{words.head}</h2>}
      <Fields changes={diff.head} />
      {diff.clauses.length > 0 && <h2>{t.rules.clauses}</h2>}
      {diff.clauses.map((clause) => (
        <Clause key={clause.number} name={name} diff={diff} clause={clause} />
      ))}
      {others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title">{words.otherValues}</h2>
          <h3 class="unseen">{words.values}</h3>
          <Items title={words.values} items={others} />
        </section>
      )}
    </>
  );
}

/** What changed between two versions, by clause, at an address of its own. */
export function RuleDiffPage() {
  const { institution, rule, id = "" } = useRoute().params;
  const name = institution ? { institution, id: rule ?? "" } : { institution: null, id };
  const { from = "", to = "" } = useLocation().query;
  if (from === "" || to === "") return <ToRule name={name} />;
  return <Between name={name} from={from} to={to} />;
}

/** An address that names no two versions: the rule's page lets one choose them. */
function ToRule(props: { name: RuleName }) {
  const { route } = useLocation();
  const { language } = useWords();
  const address = inLanguage(pagePaths.rule(props.name), language);
  useEffect(() => route(address, true), [address]);
  return null;
}

function Between(props: { name: RuleName; from: string; to: string }) {
  const { name, from, to } = props;
  const words = useRuleWords();
  const answer = useAnswer<RuleDiff>(apiPaths.ruleDiff(name, { from, to }));
  usePageTitle(`${words.diffTitle}: ${name.id} ${from} → ${to}`);
  useFragment(answer.state === "ready");
  return (
    <div class="narrow page">
      <ForRule answer={answer}>{(diff) => <Difference name={name} diff={diff} />}</ForRule>
    </div>
  );
}
