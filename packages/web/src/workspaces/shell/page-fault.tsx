/** @jsxImportSource react */
import { Button } from "antd";
import { useLanguage } from "../language/use-language.tsx";
import { usePageTitle } from "./page.tsx";
import { PageNotLoaded } from "./page-not-loaded.ts";
import { words } from "./words.ts";

const FAULT = { title: words.faultTitle, detail: words.faultDetail, way: words.faultWay };
const NOT_LOADED = {
  title: words.unreachableTitle,
  detail: words.notLoadedDetail,
  way: words.unreachableWay,
};

/** A fault of ours; a page's file that could not be loaded also ends here. */
export function PageFault({ error }: { error: unknown }) {
  const { say } = useLanguage();
  const isMissing = error instanceof PageNotLoaded;
  const { title, detail, way } = isMissing ? NOT_LOADED : FAULT;
  const reason = error instanceof Error ? error.message : String(error);
  usePageTitle(say(title));
  return (
    <section className="notice" role="alert">
      <h1 className="notice-title">{say(title)}</h1>
      <p>{say(detail)}</p>
      <p>{say(way)}</p>
      <p>
        <Button onClick={() => location.reload()}>{say(words.reload)}</Button>
      </p>
      <p className="small">
        {say(words.code)} {isMissing ? reason : `page-fault · ${reason}`}
      </p>
    </section>
  );
}
