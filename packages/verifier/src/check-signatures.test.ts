import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { type Bundle, type Entry, encodeBundle } from "@suzheng/log-format";
import { nativeVerifyEd25519, sha256 } from "./node-crypto.fixture.ts";
import { sampleBundle, sampleDirectory, TRUST } from "./sample-directory.fixture.ts";
import { sampleLog } from "./sample-log.fixture.ts";
import { signedActText } from "./signed-act.ts";
import { type Kind, signAsPasskey } from "./software-passkey.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";

const BODY = "CNCA-R-2099-001";
const RULE = "sample-rule";
const STREAM = `rule/${RULE}`;
const FILED = {
  institution: BODY,
  rule: RULE,
  ruleVersion: "1",
  title: "样例规则",
  contentHash: "ab".repeat(32),
};

type Data = Entry["data"];
type Recorded = { type: string; version: number; data: Data };

/** Signs the act as it will stand in the stream. */
function signed(kind: Kind, { type, version, data }: Recorded): Data {
  const text = signedActText({ log: BODY, stream: STREAM, version, type, schema: 1, data });
  const contentHash = hash("sha256", text, "base64url");
  const signature = signAsPasskey(kind, { client: { challenge: contentHash } });
  return { ...data, signature: { ...signature, contentHash } };
}

const filing = (data: Data = FILED): Recorded => ({ type: "RuleFiled", version: 1, data });

/** A proof of a log that recorded these acts, whatever they say. */
async function proofOf(acts: readonly { type: string; data: Data }[]): Promise<Bundle> {
  const log = sampleLog(BODY);
  for (const act of acts) log.record({ stream: STREAM, occurredOn: "2026-02-01", ...act });
  const state = await sampleDirectory().note("2026-02-01T12:00:01.000Z", [await log.publish()]);
  const streams = [{ log: BODY, stream: STREAM }];
  const bundle = await sampleBundle(state, { number: "-", institution: BODY, streams });
  return { ...bundle, subject: { kind: "rule", institution: BODY, rule: RULE } };
}

const verify = (bundle: Bundle) =>
  verifyBundle({
    bundle: encodeBundle(bundle),
    trust: TRUST,
    sha256,
    verifyEd25519: nativeVerifyEd25519,
  });

async function verdictOn(data: Data, type = "RuleFiled") {
  const { steps } = verify(await proofOf([{ type, data }]));
  const last = steps.at(-1);
  return last?.step === "signature" ? `${last.outcome}: ${last.detail.en}` : last?.step;
}

test("a rule's history holds with the signature of each act, whichever the key", async () => {
  const publishing = { type: "RulePublished", version: 2, data: { ...FILED, supersedes: null } };
  const bundle = await proofOf([
    { type: "RuleFiled", data: signed("ES256", filing()) },
    { type: "RulePublished", data: signed("Ed25519", publishing) },
    { type: "RuleSuperseded", data: FILED },
  ]);
  const { outcome, steps, subject, streams } = verify(bundle);
  assert.equal(outcome, "valid");
  assert.deepEqual(subject, { kind: "rule", institution: BODY, rule: RULE });
  const signatures = steps.filter(({ step }) => step === "signature");
  assert.deepEqual(
    signatures.map(({ about, outcome }) => [about?.index, outcome]),
    [
      [0, "valid"],
      [1, "valid"],
    ],
  );
  assert.match(signatures[0]?.detail.en ?? "", /RuleFiled .*`rule\/sample-rule` 1/);
  assert.deepEqual(
    streams[0]?.events.map(({ isSigned }) => isSigned),
    [true, true, false],
  );
});

test("a byte of the content changed after signing is told, with the act", async () => {
  const data = { ...signed("ES256", filing()), title: "样例规则甲" };
  assert.match(String(await verdictOn(data)), /^invalid: RuleFiled .*other content than this act/);
});

/** The entry's data with one character of a part of the signature replaced. */
function damaged(data: Data, part: string, at: number): Data {
  const signature = structuredClone(data.signature) as unknown as Record<string, unknown>;
  const within = part in signature ? signature : (signature.assertion as Record<string, unknown>);
  const text = String(within[part]);
  within[part] = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  return { ...data, signature } as unknown as Data;
}

test("no part of a signature can be changed unnoticed", async () => {
  const data = signed("ES256", filing());
  const parts = [
    ...["publicKeyCose", "rpId", "origin", "contentHash"],
    ...["authenticatorData", "clientDataJSON", "signature"],
  ];
  for (const part of parts) {
    for (const at of [0, 20]) {
      if (part === "rpId" && at > 0) continue;
      assert.match(String(await verdictOn(damaged(data, part, at))), /^invalid: /, part);
    }
  }
  const other = { ...(data.signature as unknown as { algorithm: number }), algorithm: -8 };
  assert.match(String(await verdictOn({ ...data, signature: other } as Data)), /algorithm/);
});

test("a signature serves for one act: not for another type, nor a second time", async () => {
  const data = signed("ES256", filing());
  assert.match(String(await verdictOn(data, "RuleCancelled")), /other content than this act/);
  const twice = await proofOf([
    { type: "RuleFiled", data },
    { type: "RuleFiled", data },
  ]);
  const last = verify(twice).steps.at(-1);
  assert.deepEqual([last?.about?.index, last?.outcome], [1, "invalid"]);
});

test("an act that has to be signed and is not does not hold", async () => {
  assert.match(String(await verdictOn(FILED)), /there is none/);
  assert.match(String(await verdictOn({ ...FILED, signature: null })), /there is none/);
  assert.match(String(await verdictOn({ ...FILED, signature: "x" })), /not well formed/);
});

test("a file whose subject's stream is another institution's is no proof of it", async () => {
  const bundle = await proofOf([{ type: "RuleFiled", data: signed("ES256", filing()) }]);
  const subject = { kind: "rule", institution: "CNCA-R-2099-002", rule: RULE } as const;
  const { outcome, steps } = verify({ ...bundle, subject });
  assert.deepEqual([outcome, steps[0]?.step], ["malformed", "format"]);
});
