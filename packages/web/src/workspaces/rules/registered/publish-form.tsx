/** @jsxImportSource react */
import type { RegisteredVersion } from "@suzheng/api-contract";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useLanguage } from "../../language/use-language.tsx";
import { SignSheet } from "../../signing/sign-sheet.tsx";
import { useBundle } from "../use-bundle.ts";
import { words } from "./words.ts";

export function PublishForm({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const field = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isSigning, setSigning] = useState(false);
  const name = { institution: version.institution, rule: version.rule, version: version.version };
  const { data: bundle } = useBundle(name);
  // As planned in what was filed, unless the person says otherwise.
  const inForceFrom = chosen ?? bundle?.content.inForceFrom ?? "";
  return (
    <div className="add-form">
      <h3>{say(words.publish)}</h3>
      <p>{say(words.publishNote)}</p>
      {version.state === "filed" && <p className="note">{say(words.unreviewed)}</p>}
      <label htmlFor={field}>{say(words.inForceFrom)}</label>
      <div className="inline-form">
        <Input
          id={field}
          type="date"
          value={inForceFrom}
          onChange={({ target }) => setChosen(target.value)}
        />
        <Button type="primary" disabled={inForceFrom === ""} onClick={() => setSigning(true)}>
          {say(words.toSign)}
        </Button>
      </div>
      {isSigning && (
        <SignSheet
          title={say(words.publishTitle)}
          act={{ act: "publish", rule: version.rule, version: version.version, inForceFrom }}
          close={() => setSigning(false)}
        />
      )}
    </div>
  );
}
