/** @jsxImportSource react */
import type { LocalText, PausableDeadline } from "@suzheng/api-contract";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { daysBetween } from "../../portal/dates/dates.ts";
import { useSession } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { DeadlineChoice } from "./deadline-choice.tsx";
import { duties, TOLLING_KEY } from "./obligations-api.ts";
import { askOf, lackOf, NOTHING_TYPED, type TypedPause } from "./tolling-ask.ts";
import { lacks, words } from "./tolling-words.ts";

/** A body asks for itself, a regulator for the bodies that it names. */
export function TollingForm({ pausable }: { pausable: readonly PausableDeadline[] }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { data: session } = useSession();
  const isBody = session?.actingFor?.kind === "certification-body";
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const act = useAct({
    run: () => duties.askTolling(askOf(typed, isBody)),
    changes: [TOLLING_KEY],
    done: () => {
      setTyped(NOTHING_TYPED);
      message.success(say(words.asked));
    },
  });
  const field = (name: TextName, label: LocalText, type = "text") => (
    <Field
      label={say(label)}
      type={type}
      value={typed[name]}
      change={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  const days = daysBetween(typed.from, typed.until);
  const lack = lackOf(typed);
  return (
    <form
      className="add-form"
      aria-label={say(words.ask)}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <h2>{say(words.ask)}</h2>
      <DeadlineChoice
        pausable={pausable}
        chosen={typed.requirements}
        choose={(requirements) => setTyped({ ...typed, requirements })}
      />
      {field("regions", words.regions)}
      {!isBody && field("institutions", words.institutions)}
      {field("from", words.from, "date")}
      {field("until", words.until, "date")}
      <p className="small" role="status">
        {days > 0 && say(words.days(days))}
      </p>
      {field("reason", words.reason)}
      <ErrorNotice error={act.error} />
      <div className="acts">
        <Button type="primary" htmlType="submit" disabled={lack !== null} loading={act.isPending}>
          {say(words.submit)}
        </Button>
        {lack !== null && <span className="small">{say(lacks[lack])}</span>}
      </div>
    </form>
  );
}

type TextName = Exclude<keyof TypedPause, "requirements">;
type FieldProps = { label: string; type: string; value: string; change: (value: string) => void };

function Field({ label, type, value, change }: FieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type={type} value={value} onChange={({ target }) => change(target.value)} />
    </>
  );
}
