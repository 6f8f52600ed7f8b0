type SelectProps = {
  label: string;
  value: string;
  /** Words of each value, in their order. */
  names: Record<string, string>;
  onChoose: (value: string) => void;
};

export function FilterSelect(props: SelectProps) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {Object.entries(props.names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type TextProps = { label: string; hint: string; value: string; onText: (text: string) => void };

/** Taken when left or on Enter, so that the address does not change with each letter. */
export function FilterText(props: TextProps) {
  return (
    <label>
      {props.label}
      <input
        type="text"
        value={props.value}
        placeholder={props.hint}
        autocomplete="off"
        onChange={(event) => props.onText(event.currentTarget.value.trim())}
      />
    </label>
  );
}
