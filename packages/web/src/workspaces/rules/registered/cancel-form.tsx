/** @jsxImportSource react */
import type { RegisteredVersion } from "@suzheng/api-contract";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useLanguage } from "../../language/use-language.tsx";
import { SignSheet } from "../../signing/sign-sheet.tsx";
import { HangingCertificatesPart } from "./hanging-certificates-part.tsx";
import { words } from "./words.ts";

/** Folded away, so that nobody meets it by accident. */
export function CancelForm({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(words.cancel)}</summary>
      {isOpen && <Form version={version} />}
    </details>
  );
}

function Form({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const field = useId();
  const [reason, setReason] = useState("");
  const [settledBy, setSettledBy] = useState("");
  const [isSigning, setSigning] = useState(false);
  const given = reason.trim();
  return (
    <div className="add-form">
      <p>{say(words.cancelNote)}</p>
      <HangingCertificatesPart version={version} />
      <label htmlFor={`${field}reason`}>{say(words.reason)}</label>
      <Input.TextArea
        id={`${field}reason`}
        value={reason}
        maxLength={2000}
        rows={2}
        onChange={({ target }) => setReason(target.value)}
      />
      <label htmlFor={`${field}by`}>{say(words.settledBy)}</label>
      <Input
        id={`${field}by`}
        type="date"
        value={settledBy}
        onChange={({ target }) => setSettledBy(target.value)}
      />
      <div className="acts">
        <Button danger disabled={given === ""} onClick={() => setSigning(true)}>
          {say(words.toSign)}
        </Button>
        {given === "" && <span className="small">{say(words.reasonNeeded)}</span>}
      </div>
      {isSigning && (
        <SignSheet
          title={say(words.cancelTitle)}
          act={{
            act: "cancel",
            rule: version.rule,
            version: version.version,
            reason: given,
            certificatesSettledBy: settledBy === "" ? null : settledBy,
          }}
          close={() => setSigning(false)}
        />
      )}
    </div>
  );
}
