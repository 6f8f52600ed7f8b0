/** @jsxImportSource react */
import { useSearch } from "@tanstack/react-router";
import { useLanguage } from "../../language/use-language.tsx";
import { useGo } from "../../shell/go.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import { words } from "../registered/words.ts";
import type { VersionName } from "../registry-api.ts";
import { useBundle } from "../use-bundle.ts";
import { versionPath } from "../version-path.ts";
import { ChangeItem } from "./change-item.tsx";
import { diffContent } from "./diff-content.ts";

type DiffPart = { name: VersionName; others: readonly string[] };

/** Against the version before it unless another is asked for; `?against=` keeps the choice. */
export function DiffPart({ name, others }: DiffPart) {
  const { say } = useLanguage();
  const go = useGo();
  const { against } = useSearch({ strict: false }) as { against?: string };
  const chosen = others.find((version) => version === against) ?? others.at(-1);
  return (
    <section aria-labelledby="diff">
      <h2 id="diff">{say(words.diff)}</h2>
      {chosen === undefined ? (
        <p>{say(words.diffNone)}</p>
      ) : (
        <>
          <p className="acts">
            <label htmlFor="against">{say(words.diffWith)}</label>
            <select
              id="against"
              className="select"
              value={chosen}
              onChange={({ target }) => go(versionPath(name), { against: target.value })}
            >
              {others.map((version) => (
                <option key={version} value={version}>
                  {version}
                </option>
              ))}
            </select>
          </p>
          <Changes name={name} against={chosen} />
        </>
      )}
    </section>
  );
}

function Changes({ name, against }: { name: VersionName; against: string }) {
  const now = useBundle(name);
  const before = useBundle({ ...name, version: against });
  return (
    <ForQuery query={before}>
      {(older) => (
        <ForQuery query={now}>
          {(newer) => <ChangeList changes={diffContent(older.content, newer.content)} />}
        </ForQuery>
      )}
    </ForQuery>
  );
}

function ChangeList({ changes }: { changes: ReturnType<typeof diffContent> }) {
  const { say } = useLanguage();
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  if (changes.length === 0) return <p>{say(words.same)}</p>;
  return (
    <>
      <p>{say(words.counts(count("added"), count("removed"), count("changed")))}</p>
      <ul className="changes">
        {changes.map((change) => (
          <ChangeItem key={`${change.part} ${change.name}`} change={change} />
        ))}
      </ul>
    </>
  );
}
