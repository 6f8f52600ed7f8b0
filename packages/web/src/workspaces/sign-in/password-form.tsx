/** @jsxImportSource react */
import type { SecondFactor } from "@suzheng/api-contract";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { accounts } from "../api/accounts.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { useSignedIn } from "./use-signed-in.ts";
import { words } from "./words.ts";

type Filled = { signInName: string; password: string; code: string };

export function PasswordForm() {
  const { say } = useLanguage();
  const [kind, setKind] = useState<SecondFactor["kind"]>("totp");
  const act = useAct({
    run: ({ signInName, password, code }: Filled) =>
      accounts.signInByPassword({
        signInName,
        password,
        secondFactor: { kind, code: code.replaceAll(/\s/g, "") },
      }),
    changes: [],
    done: useSignedIn(),
  });
  const rules = [{ required: true, message: say(words.fillAll) }];
  const isTotp = kind === "totp";
  return (
    <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => act.mutate(filled)}>
      <Form.Item label={say(words.signInName)} name="signInName" rules={rules}>
        <Input autoComplete="username" spellCheck={false} />
      </Form.Item>
      <Form.Item label={say(words.password)} name="password" rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        label={say(isTotp ? words.totp : words.recovery)}
        name="code"
        rules={rules}
        extra={say(isTotp ? words.totpHint : words.recoveryHint)}
      >
        <Input
          autoComplete="one-time-code"
          inputMode={isTotp ? "numeric" : "text"}
          spellCheck={false}
        />
      </Form.Item>
      <ErrorNotice error={act.error} />
      <div className="acts">
        <Button htmlType="submit" loading={act.isPending}>
          {say(words.signIn)}
        </Button>
        <button
          type="button"
          className="plain"
          onClick={() => setKind(isTotp ? "recovery-code" : "totp")}
        >
          {say(isTotp ? words.useRecovery : words.useTotp)}
        </button>
      </div>
    </Form>
  );
}
