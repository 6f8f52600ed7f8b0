/** @jsxImportSource react */
import type { RegisteredVersion } from "@suzheng/api-contract";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useMay } from "../../api/session.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { SignSheet } from "../../signing/sign-sheet.tsx";
import { words } from "./words.ts";

export function ReviewForm({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const may = useMay();
  const field = useId();
  const [reason, setReason] = useState("");
  const [signing, setSigning] = useState<"return" | "accept" | null>(null);
  const given = reason.trim();
  const name = {
    institution: version.institution,
    rule: version.rule,
    version: version.version,
  };
  return (
    <div className="add-form">
      <h3>{say(words.reviewTitle)}</h3>
      <label htmlFor={field}>{say(words.reviewReason)}</label>
      <Input.TextArea
        id={field}
        value={reason}
        maxLength={2000}
        rows={3}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="acts">
        {may("rule.review.return") && (
          <Button disabled={given === ""} onClick={() => setSigning("return")}>
            {say(words.returnIt)}
          </Button>
        )}
        {may("rule.review.accept") && (
          <Button disabled={given === ""} onClick={() => setSigning("accept")}>
            {say(words.accept)}
          </Button>
        )}
        {given === "" && <span className="small">{say(words.reasonNeeded)}</span>}
      </div>
      {signing !== null && (
        <SignSheet
          title={say(signing === "return" ? words.returnTitle : words.acceptTitle)}
          act={{ act: signing, ...name, reason: given }}
          close={() => setSigning(null)}
        />
      )}
    </div>
  );
}
