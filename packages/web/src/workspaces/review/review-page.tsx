/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { REGISTRY_KEY, registry } from "../rules/registry-api.ts";
import { RuleRows } from "../rules/rule-rows.tsx";
import { words } from "../rules/words.ts";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { isWaiting } from "./is-waiting.ts";

/** The regulator's desk: what bodies have filed, first what waits. */
export function ReviewPage() {
  const { say } = useLanguage();
  const [shown, setShown] = useState<"waiting" | "all">("waiting");
  const query = useQuery({ queryKey: [...REGISTRY_KEY, "filings"], queryFn: registry.filings });
  return (
    <Page title={words.reviewTitle} lead={say(words.reviewLead)}>
      <Radio.Group
        aria-label={say(words.reviewTitle)}
        value={shown}
        onChange={({ target }) => setShown(target.value)}
        optionType="button"
        options={[
          { value: "waiting", label: say(words.waiting) },
          { value: "all", label: say(words.all) },
        ]}
      />
      <ForQuery query={query}>
        {({ items }) => {
          const rules = shown === "all" ? items : items.filter(isWaiting);
          return rules.length === 0 ? (
            <Empty title={say(words.queueEmpty)} way={say(words.queueEmptyWay)} />
          ) : (
            <RuleRows rules={rules} withBody />
          );
        }}
      </ForQuery>
    </Page>
  );
}
