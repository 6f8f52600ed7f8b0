import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "../node-sha256.fixture.ts";
import { sampleSigner } from "./sample-signer.fixture.ts";
import { parseTlogPolicy, quorumReached } from "./tlog-policy.ts";
import { formatVkey } from "./verification-key.ts";

const log = formatVkey(sampleSigner("suzheng.example/log/directory").key);
const keys = ["X1", "X2", "X3", "Y1", "Y2"].map((name) => sampleSigner(name, "cosignature").key);
const vkey = (name: string): string => {
  const key = keys.find((one) => one.name === name);
  assert.ok(key !== undefined);
  return formatVkey(key);
};

const POLICY = `# the directory
log ${log} https://suzheng.example/log/directory

${keys.map(({ name }) => `witness ${name} ${vkey(name)}`).join("\n")}
group X-witnesses 2 X1 X2 X3
\tgroup Y-witnesses  any Y1 Y2
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

test("the two-level example of C2SP tlog-policy needs two of X and one of Y", () => {
  const parsed = parseTlogPolicy(sha256, POLICY);
  assert.ok(parsed.outcome === "parsed");
  const { logs, witnesses, quorum } = parsed.value;
  assert.equal(logs.length, 1);
  const reached = (...names: string[]) =>
    quorumReached(
      quorum,
      witnesses.filter(({ name }) => names.includes(name)),
    );
  assert.ok(reached("X1", "X3", "Y2"));
  assert.ok(reached("X1", "X2", "X3", "Y1", "Y2"));
  assert.ok(!reached("X1", "X2", "X3"));
  assert.ok(!reached("X1", "Y1", "Y2"));
  assert.ok(!reached());
});

test("a policy may ask for no witness, or for one", () => {
  const none = parseTlogPolicy(sha256, "quorum none\n");
  assert.ok(none.outcome === "parsed" && quorumReached(none.value.quorum, []));
  const one = parseTlogPolicy(sha256, `witness X1 ${vkey("X1")}\nquorum X1\n`);
  assert.ok(one.outcome === "parsed" && !quorumReached(one.value.quorum, []));
  assert.ok(quorumReached(one.value.quorum, one.value.witnesses));
});

const [first] = POLICY.split("\ngroup");
const MALFORMED: { name: string; text: string }[] = [
  { name: "no quorum", text: first ?? "" },
  { name: "two quorums", text: `${POLICY}quorum X1\n` },
  { name: "a quorum not defined", text: `${first}\nquorum Z\n` },
  { name: "a name used before it is defined", text: `group g any X1\n${POLICY}` },
  { name: "a name defined twice", text: `${first}\ngroup X1 any Y1\nquorum X1\n` },
  { name: "a member of two groups", text: `${POLICY}group more any X1\n` },
  { name: "a member twice in one group", text: `${first}\ngroup g 2 X1 X1\nquorum g\n` },
  { name: "a threshold over its members", text: `${first}\ngroup g 3 X1 X2\nquorum g\n` },
  { name: "a threshold of zero", text: `${first}\ngroup g 0 X1 X2\nquorum g\n` },
  { name: "a group without members", text: `${first}\ngroup g all\nquorum g\n` },
  { name: "none as a member", text: `${first}\ngroup g any none\nquorum g\n` },
  { name: "a key twice", text: `${first}\nwitness again ${vkey("X1")}\nquorum again\n` },
  { name: "a log key as witness", text: `witness w ${log}\nquorum w\n` },
  { name: "an unknown line", text: `${POLICY}mirror m\n` },
  { name: "a carriage return", text: POLICY.replaceAll("\n", "\r\n") },
];

for (const { name, text } of MALFORMED) {
  test(`a policy with ${name} is malformed`, () => {
    assert.equal(parseTlogPolicy(sha256, text).outcome, "malformed");
  });
}
