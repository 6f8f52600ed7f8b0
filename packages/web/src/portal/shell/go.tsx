import type { ComponentChildren } from "preact";
import { inLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";

type GoProps = {
  to: string;
  class?: string;
  label?: string;
  current?: boolean;
  children: ComponentChildren;
};

/** A link to a page of the portal that keeps the language. */
export function Go(props: GoProps) {
  const { language } = useWords();
  return (
    <a
      href={inLanguage(props.to, language)}
      class={props.class}
      aria-label={props.label}
      aria-current={props.current ? "page" : undefined}
    >
      {props.children}
    </a>
  );
}
