/** @jsxImportSource react */
import type { LocalText, TotpEnrolment } from "@suzheng/api-contract";
import { Button, Form, Input } from "antd";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { QrCode } from "./qr-code.tsx";
import { words } from "./words.ts";

type Chosen = { password: string; totp: string };
type PasswordEnrolment = {
  enrolment: TotpEnrolment;
  submit: LocalText;
  isReady: boolean;
  isPending: boolean;
  error: unknown;
  chosen: (chosen: Chosen) => void;
};

/** A password and an authenticator app, set up together. */
export function PasswordEnrolment(props: PasswordEnrolment) {
  const { say } = useLanguage();
  const { enrolment, chosen } = props;
  const message = say(words.required);
  return (
    <Form<Chosen> layout="vertical" requiredMark={false} onFinish={chosen}>
      <Form.Item
        label={say(words.password)}
        name="password"
        extra={say(words.passwordHint)}
        rules={[{ required: true, min: 12, max: 128, message }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <h3>{say(words.enrolTitle)}</h3>
      <div className="enrolment">
        <QrCode text={enrolment.uri} label={say(words.qr)} />
        <div>
          <p>{say(words.enrolNote)}</p>
          <p className="small">
            {say(words.secret)}
            <br />
            <code>{enrolment.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
          </p>
        </div>
      </div>
      <Form.Item
        label={say(words.totp)}
        name="totp"
        normalize={(typed: string) => typed.replaceAll(/\D/g, "")}
        rules={[{ required: true, len: 6, message }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={9} />
      </Form.Item>
      <ErrorNotice error={props.error} />
      <Button type="primary" htmlType="submit" disabled={!props.isReady} loading={props.isPending}>
        {say(props.submit)}
      </Button>
      {!props.isReady && <p className="small">{say(words.namesFirst)}</p>}
    </Form>
  );
}
