/** @jsxImportSource react */
import type { InvitationOffer, Welcome } from "@suzheng/api-contract";
import { SignInName } from "@suzheng/api-contract";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import type { Names } from "./by-means.ts";
import { ByPasskey } from "./by-passkey.tsx";
import { ByPassword } from "./by-password.tsx";
import { words } from "./words.ts";

type NewAccount = { code: string; offer: InvitationOffer; welcome: (answer: Welcome) => void };

export function NewAccount({ code, offer, welcome }: NewAccount) {
  const { say } = useLanguage();
  const [form] = Form.useForm<Names>();
  const [means, setMeans] = useState<"passkey" | "password">("passkey");
  const filled = Form.useWatch([], form);
  const names = {
    name: filled?.name?.trim() ?? "",
    signInName: filled?.signInName?.trim() ?? "",
  };
  const isComplete = names.name !== "" && SignInName.safeParse(names.signInName).success;
  return (
    <section aria-labelledby="new-account">
      <h2 id="new-account">{say(words.newAccount)}</h2>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: offer.name ?? "", signInName: "" }}
      >
        <Form.Item label={say(words.name)} name="name" extra={say(words.nameHint)}>
          <Input autoComplete="name" maxLength={80} />
        </Form.Item>
        <Form.Item
          label={say(words.signInName)}
          name="signInName"
          extra={say(words.signInNameHint)}
        >
          <Input autoComplete="username" spellCheck={false} maxLength={64} />
        </Form.Item>
      </Form>
      <fieldset className="means">
        <legend>{say(words.means)}</legend>
        <Radio.Group value={means} onChange={({ target }) => setMeans(target.value)}>
          <Radio value="passkey">{say(words.passkey)}</Radio>
          <Radio value="password">{say(words.withPassword)}</Radio>
        </Radio.Group>
      </fieldset>
      {means === "passkey" ? (
        <ByPasskey code={code} names={names} welcome={welcome} isReady={isComplete} />
      ) : (
        <ByPassword code={code} names={names} welcome={welcome} isReady={isComplete} />
      )}
    </section>
  );
}
