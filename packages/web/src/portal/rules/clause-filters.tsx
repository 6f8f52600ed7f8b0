import { useLocation } from "preact-iso";
import { useWords } from "../language/use-language.tsx";
import { useRuleWords } from "./use-rule-words.ts";

/** As they stand in the address; `on`: empty for today, `any` for all versions, or a day. */
export type Filters = { on: string; field: string; issuer: string; kind: string };

function withFilter(url: string, name: string, value: string): string {
  const address = new URL(url, window.location.origin);
  if (value) address.searchParams.set(name, value);
  else address.searchParams.delete(name);
  return address.pathname + address.search;
}

export function useFilters(): { filters: Filters; setFilter: (name: string, to: string) => void } {
  const { url, query, route } = useLocation();
  const { on = "", field = "", issuer = "", kind = "" } = query;
  return {
    filters: { on, field, issuer, kind },
    setFilter: (name, to) => route(withFilter(url, name, to), true),
  };
}

type FiltersProps = ReturnType<typeof useFilters> & { today: string };

function DayFilter(props: FiltersProps) {
  const words = useRuleWords();
  const { filters, setFilter, today } = props;
  const isDay = filters.on !== "" && filters.on !== "any";
  return (
    <>
      <label>
        {words.on}
        <select
          value={isDay ? "day" : filters.on}
          onChange={({ currentTarget: { value } }) =>
            setFilter("on", value === "day" ? today : value)
          }
        >
          <option value="">{words.today}</option>
          <option value="day">{words.day}</option>
          <option value="any">{words.anyDay}</option>
        </select>
      </label>
      {isDay && (
        <label>
          {words.day}
          <input
            type="date"
            value={filters.on}
            onChange={(event) => setFilter("on", event.currentTarget.value)}
          />
        </label>
      )}
    </>
  );
}

export function ClauseFilters(props: FiltersProps) {
  const { t } = useWords();
  const words = useRuleWords();
  const { filters, setFilter } = props;
  return (
    <fieldset class="filters">
      <legend class="small">{words.filters}</legend>
      <DayFilter {...props} />
      <label>
        {words.field}
        <input
          type="text"
          value={filters.field}
          placeholder={words.fieldHint}
          onChange={(event) => setFilter("field", event.currentTarget.value.trim())}
        />
      </label>
      <label>
        {words.issuer}
        <input
          type="text"
          value={filters.issuer}
          onChange={(event) => setFilter("issuer", event.currentTarget.value.trim())}
        />
      </label>
      <label>
        {words.kind}
        <select
          value={filters.kind}
          onChange={(event) => setFilter("kind", event.currentTarget.value)}
        >
          <option value="">{words.anyKind}</option>
          {RULE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.rules.kind[kind]}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

const RULE_KINDS = ["gate", "obligation", "limit", "notice"] as const;
