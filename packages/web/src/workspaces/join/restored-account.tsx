/** @jsxImportSource react */
import type { InvitationOffer, Welcome } from "@suzheng/api-contract";
import { Radio } from "antd";
import { useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { ByPasskey } from "./by-passkey.tsx";
import { ByPassword } from "./by-password.tsx";
import { words } from "./words.ts";

type Restored = {
  code: string;
  names: NonNullable<InvitationOffer["recovers"]>;
  welcome: (answer: Welcome) => void;
};

/** New means of signing in for an account that stays as it is. */
export function RestoredAccount({ code, names, welcome }: Restored) {
  const { say } = useLanguage();
  const [means, setMeans] = useState<"passkey" | "password">("passkey");
  const given = { code, names, welcome, isReady: true };
  return (
    <section aria-labelledby="restored">
      <h2 id="restored">{say(words.restored)}</h2>
      <p>
        {names.name}（{names.signInName}）
      </p>
      <fieldset className="means">
        <legend>{say(words.means)}</legend>
        <Radio.Group value={means} onChange={({ target }) => setMeans(target.value)}>
          <Radio value="passkey">{say(words.passkey)}</Radio>
          <Radio value="password">{say(words.withPassword)}</Radio>
        </Radio.Group>
      </fieldset>
      {means === "passkey" ? <ByPasskey {...given} /> : <ByPassword {...given} />}
    </section>
  );
}
