import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { openWorkplace, type Person, type Workplace } from "../accounts/workplace.fixture.ts";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
  await reportRows(place.platform, [1, 2].flatMap(sampleRows));
});
after(async () => {
  await place.app.whatIf.runs.close();
  await place.close();
});

const ASK = {
  since: "2024-01-01",
  rule: "cnca-qms-01",
  version: "2025",
  parameters: { onSiteDaysMax: 1 },
};

async function finished(person: Person, id: unknown) {
  for (let turn = 0; turn < 200; turn++) {
    const { body } = await person.send("GET", `/what-if/${id}`);
    if (body.state !== "running") return body;
    await wait(50);
  }
  throw new Error("the run does not end");
}

test("a rule manager tries another ceiling on the body's acts and reads which ones flip", async () => {
  const person = await place.hire(["rule-manager"]);
  const begun = await person.send("POST", "/what-if", ASK);
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  assert.equal((await finished(person, begun.body.id)).state, "finished");
  const { body } = await person.send("GET", `/what-if/${begun.body.id}/result`);
  assert.deepEqual([body.flipped, body.contradicted], [4, 0]);
  const [first] = body.cases as { requirement: string; before: string; after: string }[];
  assert.deepEqual(
    [first?.requirement, first?.before, first?.after],
    ["on-site-days-per-cycle-year", "met", "not-met"],
  );
  const listed = (await person.send("GET", "/what-if")).body.items as { id: string }[];
  assert.deepEqual(
    listed.map(({ id }) => id),
    [begun.body.id],
  );
});

test("a run of one body is unknown to another, which tries its own acts only", async () => {
  const person = await place.hire(["rule-manager"]);
  const begun = await person.send("POST", "/what-if", ASK);
  await finished(person, begun.body.id);
  const other = await connectBody(place.platform, "CNCA-R-2026-902");
  const stranger = await place.hire(["rule-manager"], other);
  for (const part of ["", "/result"]) {
    const { code } = await stranger.send("GET", `/what-if/${begun.body.id}${part}`);
    assert.equal(code, "what-if-unknown");
  }
  const asked = { ...ASK, institutions: [place.body] };
  assert.equal((await stranger.send("POST", "/what-if", asked)).code, "what-if-institutions-unfit");
});

test("who may not try is refused, and so is a parameter that there is not", async () => {
  const reader = await place.hire(["read-only"]);
  assert.equal((await reader.send("POST", "/what-if", ASK)).code, "role-insufficient");
  const person = await place.hire(["rule-manager"]);
  const asked = { ...ASK, parameters: { nothing: 1 } };
  assert.equal((await person.send("POST", "/what-if", asked)).code, "rule-pack-unknown-parameter");
});
