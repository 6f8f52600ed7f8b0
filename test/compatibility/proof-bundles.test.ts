// Whoever kept a proof can check it for ever. What lies in fixtures/ was written once and is never
// made again: a change under which it fails needs a format of a new name instead.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { nobleSha256, parseTrust, verifyBundle } from "@suzheng/verifier";

const FOLDER = join(import.meta.dirname, "fixtures/suzheng-proof-1");

/** What a proof said on the day it was made, with what it was checked against. */
type Kept = {
  description: string;
  trust: object;
  /** Exact text of the file. */
  bundle: string;
  /** `events`: how many there are by stream, `log stream`. */
  expect: { outcome: string; provableUpTo: object; events: { [stream: string]: number } };
};

for (const file of readdirSync(FOLDER)) {
  const kept: Kept = JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
  test(`suzheng-proof/1, ${kept.description}`, () => {
    const trust = parseTrust(nobleSha256, JSON.stringify(kept.trust));
    assert.ok(trust.outcome !== "malformed");
    const asked = { bundle: kept.bundle, trust: trust.value, sha256: nobleSha256 };
    const { outcome, provableUpTo, streams } = verifyBundle(asked);
    const counts = streams.map(({ log, stream, events }) => [`${log} ${stream}`, events.length]);
    const found = { outcome, provableUpTo, events: Object.fromEntries(counts) };
    const { outcome: was, provableUpTo: wasUpTo, events } = kept.expect;
    assert.deepEqual(found, { outcome: was, provableUpTo: wasUpTo, events });
  });
}
