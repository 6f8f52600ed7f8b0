/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { inLanguage } from "../../../portal/language/language.ts";
import { ask } from "../../api/ask.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "../words.ts";

/** The way to what the public sees, and whether all of it is invented. */
export function Footer() {
  const { say, language } = useLanguage();
  const { data } = useQuery({
    queryKey: ["about"],
    queryFn: () => ask<{ demo: boolean }>("/about"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <footer className="foot">
      <a href={inLanguage("/", language)}>{say(words.portal)}</a>
      {data?.demo && <span className="demo">{say(words.demo)}</span>}
    </footer>
  );
}
