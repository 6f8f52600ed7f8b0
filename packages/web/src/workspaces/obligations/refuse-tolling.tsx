/** @jsxImportSource react */
import type { TollingRequest } from "@suzheng/api-contract";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Sheet } from "../shell/frame/sheet.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { duties, TOLLING_KEY } from "./obligations-api.ts";
import { words } from "./tolling-words.ts";

/** Whoever asked reads why not, so it is not refused without a reason. */
export function RefuseTolling({ request }: { request: TollingRequest }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        danger
        aria-label={`${say(words.refuse)} ${request.reason}`}
        onClick={() => setOpen(true)}
      >
        {say(words.refuse)}
      </Button>
      {isOpen && (
        <Sheet title={say(words.refuse)} close={() => setOpen(false)}>
          <Form request={request} />
        </Sheet>
      )}
    </>
  );
}

function Form({ request }: { request: TollingRequest }) {
  const { say } = useLanguage();
  const field = useId();
  const [reason, setReason] = useState("");
  const act = useAct({ run: () => duties.refuse(request, { reason }), changes: [TOLLING_KEY] });
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p>{say(words.refuseNote(request.reason))}</p>
      <label htmlFor={field}>{say(words.refuseReason)}</label>
      <Input.TextArea
        id={field}
        value={reason}
        maxLength={1000}
        rows={3}
        onChange={({ target }) => setReason(target.value)}
      />
      <ErrorNotice error={act.error} />
      <div className="acts">
        <Button danger htmlType="submit" disabled={reason.trim() === ""} loading={act.isPending}>
          {say(words.refuse)}
        </Button>
      </div>
    </form>
  );
}
