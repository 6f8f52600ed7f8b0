import { useWords } from "../../language/use-language.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { FilterSelect, FilterText } from "./filter-fields.tsx";
import { isNarrowed, type useFilters } from "./use-filters.ts";

type FiltersProps = ReturnType<typeof useFilters> & { today: string };

/** One choice for state and day: what is in force, on which day, or what became of it. */
function StandingFilter(props: FiltersProps) {
  const words = useRuleWords();
  const { filters, setFilters, today } = props;
  const { on, state } = filters;
  const isDay = on !== "" && on !== "any";
  const shown = state !== "" ? state : isDay ? "day" : on || "today";
  const choose = (chosen: string) => {
    if (chosen === "superseded" || chosen === "cancelled") {
      return setFilters({ state: chosen, on: "" });
    }
    setFilters({ state: "", on: { day: today, any: "any" }[chosen] ?? "" });
  };
  return (
    <>
      <FilterSelect
        label={words.standing}
        value={shown}
        names={words.standings}
        onChoose={choose}
      />
      {isDay && (
        <label>
          {words.day}
          <input
            type="date"
            value={on}
            onChange={(event) => setFilters({ on: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}

/** More conditions; those under which clauses only are found apply once words are typed. */
function MoreFilters(props: FiltersProps) {
  const { t } = useWords();
  const words = useRuleWords();
  const { filters, setFilters } = props;
  const { field, issuer, kind } = filters;
  return (
    <details class="more" open={field !== "" || issuer !== "" || kind !== ""}>
      <summary>{words.moreFilters}</summary>
      <div class="filters">
        <FilterText
          label={words.field}
          hint={words.fieldHint}
          value={field}
          onText={(value) => setFilters({ field: value })}
        />
        <FilterText
          label={words.issuer}
          hint={words.issuerHint}
          value={issuer}
          onText={(value) => setFilters({ issuer: value })}
        />
        <FilterSelect
          label={words.kind}
          value={kind}
          names={{ "": words.anyKind, ...t.rules.kind }}
          onChoose={(value) => setFilters({ kind: value })}
        />
      </div>
    </details>
  );
}

/** What list and search are narrowed to; all of it stands in the address. */
export function RuleFilters(props: FiltersProps) {
  const words = useRuleWords();
  const { filters, setFilters, clear } = props;
  return (
    <fieldset class="narrowing">
      <legend class="unseen">{words.filters}</legend>
      <div class="filters">
        <StandingFilter {...props} />
        <FilterSelect
          label={words.category}
          value={filters.category}
          names={{ "": words.anyCategory, ...words.categories }}
          onChoose={(category) => setFilters({ category })}
        />
        <FilterSelect
          label={words.madeBy}
          value={filters.filed}
          names={{ "": words.anyMaker, ...words.makers }}
          onChoose={(filed) => setFilters({ filed })}
        />
      </div>
      <MoreFilters {...props} />
      {isNarrowed(filters) && (
        <p>
          <button type="button" class="linklike" onClick={clear}>
            {words.clearFilters}
          </button>
        </p>
      )}
    </fieldset>
  );
}
