/** @jsxImportSource react */
import type { OpenObligation } from "@suzheng/api-contract";
import { Checkbox, Input, Radio } from "antd";
import { useLanguage } from "../language/use-language.tsx";
import { stateNames, words } from "./words.ts";

export type DutyFilter = {
  number: string;
  state: OpenObligation["state"] | null;
  isTolled: boolean;
};
/** What the address and the API say of a filter. */
export const askedBy = ({ number, state, isTolled }: DutyFilter) => ({
  number: number.trim(),
  state,
  tolled: isTolled ? "true" : null,
});

export const isFiltering = (filter: DutyFilter): boolean =>
  Object.values(askedBy(filter)).some((value) => value !== null && value !== "");

type DutyFilters = { filter: DutyFilter; change: (filter: DutyFilter) => void };

const STATES = ["overdue", "reminding", "ahead", "lapsed"] as const;

export const stateNamed = (name: unknown): DutyFilter["state"] =>
  STATES.find((state) => state === name) ?? null;

export function DutyFilters({ filter, change }: DutyFilters) {
  const { say } = useLanguage();
  const states = STATES.map((state) => ({ value: state as string, label: say(stateNames[state]) }));
  return (
    <div className="duty-filters">
      <Input
        type="search"
        className="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={filter.number}
        onChange={({ target }) => change({ ...filter, number: target.value })}
      />
      <Radio.Group
        aria-label={say(words.byState)}
        optionType="button"
        value={filter.state ?? ""}
        options={[{ value: "", label: say(words.all) }, ...states]}
        onChange={({ target }) => change({ ...filter, state: stateNamed(target.value) })}
      />
      <Checkbox
        checked={filter.isTolled}
        onChange={({ target }) => change({ ...filter, isTolled: target.checked })}
      >
        {say(words.onlyTolled)}
      </Checkbox>
    </div>
  );
}
