/** @jsxImportSource react */
import type { LocalText, TollingAsk } from "@suzheng/api-contract";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { useSession } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { duties, TOLLING_KEY } from "./obligations-api.ts";
import { words } from "./words.ts";

const EMPTY = {
  requirements: "all",
  regions: "all",
  institutions: "all",
  from: "",
  until: "",
  reason: "",
};
type Typed = typeof EMPTY;

const listOf = (text: string) => text.split(/[\s,，、]+/).filter((part) => part !== "");

function askOf(typed: Typed, isBody: boolean): TollingAsk {
  const { from, until, reason } = typed;
  const terms = { from, until, reason, requirements: listOf(typed.requirements) };
  const asked = { ...terms, regions: listOf(typed.regions) };
  return isBody ? asked : { ...asked, institutions: listOf(typed.institutions) };
}

/** A body asks for itself, a regulator for the bodies that it names. */
export function TollingForm() {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { data: session } = useSession();
  const isBody = session?.actingFor?.kind === "certification-body";
  const [typed, setTyped] = useState(EMPTY);
  const act = useAct({
    run: () => duties.askTolling(askOf(typed, isBody)),
    changes: [TOLLING_KEY],
    done: () => {
      setTyped(EMPTY);
      message.success(say(words.asked));
    },
  });
  const field = (name: keyof Typed, label: LocalText, type = "text") => (
    <Field
      label={say(label)}
      type={type}
      value={typed[name]}
      change={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  const isComplete = typed.from !== "" && typed.until !== "" && typed.reason.trim() !== "";
  return (
    <form
      className="add-form"
      aria-label={say(words.askTolling)}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <h2>{say(words.askTolling)}</h2>
      {field("requirements", words.requirements)}
      {field("regions", words.regions)}
      {!isBody && field("institutions", words.institutions)}
      {field("from", words.from, "date")}
      {field("until", words.until, "date")}
      {field("reason", words.reason)}
      <ErrorNotice error={act.error} />
      <div className="acts">
        <Button type="primary" htmlType="submit" disabled={!isComplete} loading={act.isPending}>
          {say(words.submit)}
        </Button>
      </div>
    </form>
  );
}

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
