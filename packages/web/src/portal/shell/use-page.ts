import { useEffect } from "preact/hooks";
import { useWords } from "../language/use-language.tsx";

/** Names the page in the title bar. */
export function usePageTitle(title: string): void {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t.shell.name}`;
  }, [title, t]);
}

/** After an address with a fragment is shown, brings the target into view once it exists. */
export function useFragment(ready: boolean): void {
  useEffect(() => {
    if (!ready || location.hash.length < 2) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    target?.scrollIntoView();
  }, [ready]);
}
