/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../language/use-language.tsx";
import { isWaiting } from "../review/is-waiting.ts";
import { REGISTRY_KEY, registry } from "../rules/registry-api.ts";
import { RuleRows } from "../rules/rule-rows.tsx";
import { Go } from "../shell/go.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { words } from "./words.ts";

const SHOWN = 5;

/** Filings that wait for a reviewer. */
export function WaitingFilings() {
  const { say } = useLanguage();
  const query = useQuery({ queryKey: [...REGISTRY_KEY, "filings"], queryFn: registry.filings });
  const waiting = query.data?.items.filter(isWaiting) ?? [];
  return (
    <section aria-labelledby="filings">
      <h2 id="filings">{say(words.filings(waiting.length))}</h2>
      <ForQuery query={query}>
        {() =>
          waiting.length === 0 ? (
            <p>{say(words.noFilings)}</p>
          ) : (
            <>
              <RuleRows rules={waiting.slice(0, SHOWN)} withBody />
              <p>
                <Go to="/review">{say(words.toReview)}</Go>
              </p>
            </>
          )
        }
      </ForQuery>
    </section>
  );
}
