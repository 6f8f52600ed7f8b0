import type {
  AssertionOptions,
  CreationOptions,
  PreparedAct,
  Role,
  RuleAct,
  RuleContent,
} from "@suzheng/api-contract";
import { softwareAuthenticator } from "../accounts/software-authenticator.fixture.ts";
import { openWorkplace, type Person, SITE, type Workplace } from "../accounts/workplace.fixture.ts";

export const REGULATOR = "regulator:sample-province";
export const RULE = "sample-service";

const text = (zh: string) => ({ zh, en: "" });

/** Complete and within the field of the body that tests connect. */
export const CONTENT: RuleContent = {
  version: "1",
  title: text("样例服务能力认证规则"),
  category: "management-system",
  field: "A01",
  number: "SZ-R-001",
  issuer: "样例认证有限公司",
  issuedOn: "2026-11-01",
  updatedOn: null,
  inForceFrom: "2026-12-01",
  itemCodes: ["A010101"],
  mark: "",
  basis: [
    {
      number: "SZ/T 1—2026",
      title: "样例服务能力要求",
      issuer: "样例标准协会",
      issuedOn: "2026-10-01",
      access: { kind: "full-text", text: "第一条 样例要求。" },
    },
  ],
  clauses: [
    { number: "1", title: text("范围"), text: text("本规则适用于样例服务。") },
    { number: "2", title: text("要求"), text: text("应满足样例要求。") },
  ],
  commitment: "本机构对本规则的合法性、真实性负责。",
  pack: null,
};

type Answer = Awaited<ReturnType<Person["send"]>>;

/** A person with a passkey, who signs what they do. */
export type Signer = Person & {
  device: ReturnType<typeof softwareAuthenticator>;
  /** Prepares, signs and records; `changed` is what is sent after signing. */
  act(act: RuleAct, changed?: RuleAct): Promise<Answer>;
  prepare(act: RuleAct): Promise<PreparedAct>;
  sign(hash: string): Promise<ReturnType<ReturnType<typeof softwareAuthenticator>["sign"]>>;
};

export async function hireSigner(
  place: Workplace,
  roles: readonly Role[],
  institution = place.body,
): Promise<Signer> {
  const person = await place.hire(roles, institution);
  const device = softwareAuthenticator(SITE);
  const { body } = await person.send("POST", "/account/passkeys/begin");
  const attestation = device.register(body.options as CreationOptions);
  await person.send("POST", "/account/passkeys", { name: "钥匙", attestation });
  const signer: Signer = Object.assign(person, {
    device,
    async prepare(act: RuleAct) {
      const prepared = await person.send("POST", "/rules/registry/acts/prepare", act);
      if (prepared.status !== 200) throw new Error(prepared.code);
      return prepared.body as PreparedAct;
    },
    async sign(hash: string) {
      const begun = await person.send("POST", "/signatures/begin", { hash });
      if (begun.status !== 200) throw new Error(begun.code);
      return device.sign(begun.body.options as AssertionOptions);
    },
    async act(act: RuleAct, changed = act) {
      const { hash } = await signer.prepare(act);
      const signed = { hash, assertion: await signer.sign(hash) };
      return person.send("POST", "/rules/registry/acts", { act: changed, signed });
    },
  });
  return signer;
}

/** A body's two people and a regulator's reviewer, each with a passkey. */
export async function openRegister() {
  const place = await openWorkplace();
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
  return {
    place,
    body: place.body,
    manager: await hireSigner(place, ["rule-manager"]),
    responsible: await hireSigner(place, ["quality-responsible"]),
    reviewer: await hireSigner(place, ["regulator-reviewer"], REGULATOR),
  };
}

export type Register = Awaited<ReturnType<typeof openRegister>>;

/** A draft that has passed its self-check; gives its counter. */
export async function checkedDraft(
  { manager }: Register,
  changes: Partial<RuleContent> = {},
  rule = RULE,
): Promise<number> {
  const content = { ...CONTENT, ...changes };
  const known = await manager.send("GET", `/rules/registry/drafts/${rule}`);
  const expected = Number(known.body.counter);
  const saved =
    known.status === 404
      ? await manager.send("POST", "/rules/registry/drafts", { rule, content })
      : await manager.send("PUT", `/rules/registry/drafts/${rule}`, { expected, content });
  if (saved.status > 201) throw new Error(saved.code);
  const counter = Number(saved.body.counter);
  const asked = { expected: counter };
  const checked = await manager.send("POST", `/rules/registry/drafts/${rule}/self-check`, asked);
  if (checked.body.passed !== true) throw new Error(JSON.stringify(checked.body));
  return counter;
}
