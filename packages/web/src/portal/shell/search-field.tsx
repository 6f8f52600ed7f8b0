import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Icon } from "./icon.tsx";

/** The address as it is now with another `q`, nothing else changed. */
function withQuery(q: string): string {
  const address = new URL(window.location.href);
  if (q) address.searchParams.set("q", q);
  else address.searchParams.delete("q");
  return address.pathname + address.search;
}

const SETTLE_MS = 250;

/** What is typed, and its settled form kept in the address as `?q=`. */
export function useSearchField(): { typed: string; setTyped: (text: string) => void; q: string } {
  const { query, route } = useLocation();
  const q = query.q ?? "";
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => route(withQuery(typed), true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setTyped((now) => (now.trim() === q.trim() ? now : q)), [q]);
  return { typed, setTyped, q };
}

type SearchFieldProps = {
  id: string;
  label: string;
  hint: string;
  typed: string;
  onTyped: (text: string) => void;
};

export function SearchField(props: SearchFieldProps) {
  return (
    <div class="find">
      <label for={props.id}>{props.label}</label>
      <div class="field">
        <Icon name="search" />
        <input
          id={props.id}
          type="search"
          value={props.typed}
          placeholder={props.hint}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => props.onTyped(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
