/** @jsxImportSource react */

import type { RuleHistoryItem } from "@suzheng/api-contract";
import { Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { actNames } from "../../signing/words.ts";
import { words } from "../words.ts";

/** Newest first, with the place in the log that proves each step. */
export function RuleHistory({ items }: { items: readonly RuleHistoryItem[] }) {
  const { say } = useLanguage();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{say(words.history)}</h2>
      <p className="small">{say(words.historyNote)}</p>
      <ol className="timeline">
        {[...items].reverse().map((item) => (
          <HistoryItem key={item.index} item={item} />
        ))}
      </ol>
    </section>
  );
}

function HistoryItem({ item }: { item: RuleHistoryItem }) {
  const { say } = useLanguage();
  const verb = actNames[item.type];
  return (
    <li>
      <p>
        <span className="number">{item.occurredOn}</span>{" "}
        <strong>{verb === undefined ? item.type : say(verb)}</strong> {say(words.version)}{" "}
        {item.version}
        {item.reviewer !== null && <Recorded text={` · ${item.reviewer.name}`} />}
      </p>
      {item.reason !== null && (
        <p className="reason">
          <Recorded text={item.reason} />
        </p>
      )}
      <p className="small">
        {say(words.position(item.index))}
        {item.isSigned && ` · ✓ ${say(words.signed)}`}
      </p>
    </li>
  );
}
