/** @jsxImportSource react */
import type { TollingRequest } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useMay } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { Empty, ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { duties, OBLIGATIONS_KEY, TOLLING_KEY } from "./obligations-api.ts";
import { placeNames } from "./place-names.ts";
import { TollingForm } from "./tolling-form.tsx";
import { tollingStates, words } from "./words.ts";

export function TollingPage() {
  const { say } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: TOLLING_KEY, queryFn: duties.tolling });
  return (
    <Page title={placeNames.tolling} lead={say(words.tollingLead)}>
      <ForQuery query={query}>{({ items }) => <Requests items={items} />}</ForQuery>
      {may("tolling.request") && <TollingForm />}
    </Page>
  );
}

function Requests({ items }: { items: readonly TollingRequest[] }) {
  const { say } = useLanguage();
  if (items.length === 0) {
    return <Empty title={say(words.noTolling)} way={say(words.noTollingWay)} />;
  }
  return (
    <ul className="rows" aria-label={say(placeNames.tolling)}>
      {items.map((request) => (
        <Request key={`${request.institution} ${request.id}`} request={request} />
      ))}
    </ul>
  );
}

function Request({ request }: { request: TollingRequest }) {
  const { say } = useLanguage();
  const changes = [TOLLING_KEY, OBLIGATIONS_KEY];
  const approve = useAct({ run: () => duties.approve(request), changes });
  const refuse = useAct({ run: () => duties.refuse(request), changes });
  const { state, reason, from, until, requirements, regions, institutions, mayDecide } = request;
  return (
    <li>
      <div className="row-main">
        <span>
          <Tag>{say(tollingStates[state])}</Tag> <strong>{reason}</strong>
        </span>
        <span>
          {from} – {until} · {requirements.join(" ")} · {regions.join(" ")}
        </span>
        <span className="small">
          {request.institution} → {institutions.join(" ")}
        </span>
        <ErrorNotice error={approve.error ?? refuse.error} />
      </div>
      {mayDecide && (
        <div className="acts">
          <ConfirmButton
            label={say(words.approve)}
            about={reason}
            title={say(words.approveAsk)}
            confirmed={() => approve.mutate()}
          />
          {state === "requested" && (
            <ConfirmButton
              label={say(words.refuse)}
              about={reason}
              title={`${say(words.refuse)}?`}
              confirmed={() => refuse.mutate()}
            />
          )}
        </div>
      )}
    </li>
  );
}
