/** @jsxImportSource react */
import { Button } from "antd";
import { useLanguage } from "../language/use-language.tsx";
import { usePageTitle } from "./page.tsx";
import { words } from "./words.ts";

/** A fault of ours; a page's file that could not be loaded also ends here. */
export function PageFault({ error }: { error: unknown }) {
  const reason = error instanceof Error ? error.message : String(error);
  const { say } = useLanguage();
  usePageTitle(say(words.faultTitle));
  return (
    <section className="notice" role="alert">
      <h1 className="notice-title">{say(words.faultTitle)}</h1>
      <p>{say(words.faultDetail)}</p>
      <p>{say(words.faultWay)}</p>
      <p>
        <Button onClick={() => location.reload()}>{say(words.reload)}</Button>
      </p>
      <p className="small">
        {say(words.code)} page-fault · {reason}
      </p>
    </section>
  );
}
