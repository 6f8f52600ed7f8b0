import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { certificateStream, projectStream } from "@suzheng/certification";
import { type Bundle, encodeBundle } from "@suzheng/log-format";
import { type Verification, verifyBundle } from "@suzheng/verifier";
import { certificateNumber, planAct, reportRows, sampleRows } from "../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../testing/test-platform.ts";
import { sha256 } from "./sha256.ts";

const PROJECT = projectStream("M000100Y4", "A010103");

let platform: TestPlatform;
let certificates = 0;

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
});
after(() => platform.remove());

async function report(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => sampleRows(certificates++)).flat();
  const outcomes = await reportRows(platform, rows);
  assert.ok(outcomes.every(({ outcome }) => outcome === "recorded"));
}

async function prove(number: string): Promise<Bundle> {
  const streams = [certificateStream(number), PROJECT];
  const bundle = await platform.prover.prove(number, BODY, streams);
  assert.ok(bundle !== null);
  return bundle;
}

const verify = (bundle: Bundle): Verification =>
  verifyBundle({ bundle: encodeBundle(bundle), trust: platform.trust, sha256 });

function assertValid(verification: Verification): void {
  const bad = verification.steps.filter(({ outcome }) => outcome !== "valid");
  assert.deepEqual([verification.outcome, bad], ["valid", []]);
}

test("nothing is proved before the first publication", async () => {
  const number = certificateNumber(0);
  assert.equal(await platform.prover.prove(number, BODY, [certificateStream(number)]), null);
});

test("a certificate's whole history is proved once it is published", async () => {
  await report(3);
  await platform.publisher.publish();
  const verification = verify(await prove(certificateNumber(1)));
  assertValid(verification);
  const [own, project] = verification.streams;
  assert.deepEqual(
    own?.events.map(({ entry }) => entry.type),
    ["CertificateReported", "AuditParticipationReported", "AuditParticipationReported"],
  );
  assert.equal(project?.events.length, 3);
});

test("names that may be shown are disclosed, what is restricted is not", async () => {
  const bundle = await prove(certificateNumber(1));
  const names = new Set(bundle.disclosures.map(({ name }) => name));
  assert.ok(names.has("person.name"));
  assert.ok(!names.has("person.identity"));
  assert.doesNotMatch(encodeBundle(bundle), /110101190001010000|00000000002/);
});

test("a certificate that was never reported is proved absent", async () => {
  const verification = verify(await prove("90126Q99999R0S"));
  assertValid(verification);
  assert.equal(verification.streams[0]?.events.length, 0);
});

test("what is recorded but not yet published is not proved, and changes no earlier proof", async () => {
  const earlier = await prove(certificateNumber(1));
  await report(1);
  assert.deepEqual(await prove(certificateNumber(1)), earlier);
  assert.equal(
    (await prove(certificateNumber(certificates - 1))).logs[0]?.streams[0]?.events.length,
    0,
  );
});

test("a proof with one changed character is not valid", async () => {
  await platform.publisher.publish();
  const text = encodeBundle(await prove(certificateNumber(2)));
  const at = text.indexOf("精密机械");
  const forged = `${text.slice(0, at)}粗${text.slice(at + 1)}`;
  const { outcome } = verifyBundle({ bundle: forged, trust: platform.trust, sha256 });
  assert.notEqual(outcome, "valid");
});

test("erasing every personal value leaves the history proved, without names", async () => {
  const { database } = platform;
  await database.query("create table kept_values as table personal_values");
  await database.query("delete from personal_values");
  const bundle = await prove(certificateNumber(1));
  await database.query("insert into personal_values select * from kept_values");
  assertValid(verify(bundle));
  assert.deepEqual(bundle.disclosures, []);
});

test("random certificates at random moments are proved while others report and publish", async () => {
  let isBusy = true;
  const writing = (async () => {
    for (let i = 0; i < 12; i++) await report(4);
    isBusy = false;
  })();
  const publishing = (async () => {
    while (isBusy) await platform.publisher.publish();
  })();
  let proved = 0;
  while (isBusy) {
    const number = certificateNumber(Math.floor(Math.random() * certificates));
    assertValid(verify(await prove(number)));
    proved += 1;
  }
  await Promise.all([writing, publishing]);
  await platform.publisher.publish();
  assert.ok(proved > 3, `${proved} proofs`);
  assertValid(verify(await prove(certificateNumber(certificates - 1))));
});

test("in a log of many bundles every kind of place is proved", async () => {
  for (let i = 0; i < 2; i++) {
    const acts = Array.from({ length: 700 }, (_, n) => planAct(10_000 + i * 700 + n));
    const requestId = `many ${i}`;
    assert.ok(
      (await platform.ledger.append({ institution: BODY, submitter: "test", requestId, acts })).ok,
    );
  }
  await report(1);
  await platform.publisher.publish();
  for (const n of [0, 1, certificates - 1]) assertValid(verify(await prove(certificateNumber(n))));
  const number = certificateNumber(0);
  const streams = [certificateStream(number), planAct(10_000).stream, planAct(11_399).stream];
  const bundle = await platform.prover.prove(number, BODY, streams);
  assert.ok(bundle !== null);
  assertValid(verify(bundle));
  assert.deepEqual(
    bundle.logs[0]?.streams.map(({ events }) => events.length),
    [3, 1, 1],
  );
});
