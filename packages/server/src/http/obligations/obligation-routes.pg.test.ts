import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sweepPlatform } from "../../compose/sweep.ts";
import { accountsInEntries } from "../../testing/accounts-in-entries.ts";
import { certificateNumber, reportRows, sampleRows } from "../../testing/sample-acts.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { openWorkplace, type Person, type Workplace } from "../accounts/workplace.fixture.ts";

const REGULATOR = "regulator:sample-province";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
  await reportRows(place.platform, [1, 2].flatMap(sampleRows));
  // 2026-11-22: the surveillance is due on 2027-02-10, the first reminder was ten days ago.
  await sweepPlatform(place.platform);
});
after(() => place.close());

type Obligation = {
  number: string;
  step: string;
  dueOn: string;
  setFor: string | null;
  state: string;
};
type Item = {
  id: string;
  kind: string;
  number: string;
  isRead: boolean;
  doneAt: string | null;
  doneBy: string | null;
};
const surveillances = (items: unknown) =>
  (items as Obligation[]).filter(({ step }) => step === "surveillance");

test("a body sees what is due, in words, page after page, and another body sees nothing of it", async () => {
  const person = await place.hire(["read-only"]);
  const first = await person.send("GET", "/obligations?limit=2");
  assert.equal(first.status, 200, JSON.stringify(first.body));
  const numbers = surveillances(first.body.items).map(({ number }) => number);
  assert.deepEqual(numbers, [certificateNumber(1), certificateNumber(2)]);
  const words = (first.body.items as { message: { zh: string; en: string } }[])[0]?.message;
  assert.match(words?.zh ?? "", /2027-02-10/);
  const next = await person.send("GET", `/obligations?limit=2&cursor=${first.body.nextCursor}`);
  assert.deepEqual(surveillances(next.body.items), []);
  const forged = await person.send("GET", "/obligations?cursor=eyJhIjoxfQ");
  assert.equal(`${forged.status} ${forged.code}`, "400 cursor-malformed");
  const other = await connectBody(place.platform, "CNCA-R-2026-902");
  const stranger = await place.hire(["read-only"], other);
  assert.deepEqual((await stranger.send("GET", "/obligations")).body.items, []);
  assert.deepEqual((await stranger.send("GET", "/inbox")).body.items, []);
});

test("a message is read by each person and done for all", async () => {
  const [one, other] = [await place.hire(["rule-manager"]), await place.hire(["read-only"])];
  const answering = await place.hire(["quality-responsible"]);
  const { items, unread } = (await one.send("GET", "/inbox")).body as {
    items: Item[];
    unread: number;
  };
  assert.equal(unread, items.length);
  const item = items.find(({ kind }) => kind === "reminder");
  assert.ok(item);
  assert.equal((await one.send("PATCH", `/inbox/${item.id}`, { read: true })).status, 204);
  assert.equal((await one.send("GET", "/inbox")).body.unread, unread - 1);
  assert.equal((await one.send("PATCH", `/inbox/${item.id}`, { read: false })).status, 204);
  assert.equal((await one.send("GET", "/inbox")).body.unread, unread);
  assert.equal((await other.send("GET", "/inbox")).body.unread, unread);
  assert.equal((await answering.send("PATCH", `/inbox/${item.id}`, { done: true })).status, 204);
  const done = (await one.send("GET", "/inbox?done=true")).body.items as Item[];
  assert.deepEqual(
    done.map(({ id }) => id),
    [item.id],
  );
  const waiting = (await one.send("GET", "/inbox?waiting=true")).body as { unread: number };
  assert.equal(waiting.unread, unread - 1, "what is done waits for nobody");
  assert.equal(done[0]?.doneAt, place.platform.now());
  assert.match(done[0]?.doneBy ?? "", /^样例/);
  const unknown = await answering.send("PATCH", `/inbox/${"0".repeat(32)}`, { done: true });
  assert.equal(unknown.code, "inbox-item-unknown");
});

test("only who answers for the certificates settles a message for all, and takes that back", async () => {
  const answering = await place.hire(["quality-responsible"]);
  const { items } = (await answering.send("GET", "/inbox?done=false")).body as { items: Item[] };
  const path = `/inbox/${items[0]?.id}`;
  const isDone = async () =>
    ((await answering.send("GET", "/inbox?done=true")).body.items as Item[]).some(
      ({ id }) => id === items[0]?.id,
    );
  for (const role of ["read-only", "administrator", "rule-manager"] as const) {
    const person = await place.hire([role]);
    const refused = await person.send("PATCH", path, { read: true, done: true });
    assert.equal(`${refused.status} ${refused.code}`, "403 role-insufficient");
    assert.equal((await person.send("PATCH", path, { read: true })).status, 204);
  }
  assert.equal(await isDone(), false);
  assert.equal((await answering.send("PATCH", path, { done: true })).status, 204);
  assert.equal(await isDone(), true);
  const reader = await place.hire(["read-only"]);
  assert.equal((await reader.send("PATCH", path, { done: false })).code, "role-insufficient");
  assert.equal((await answering.send("PATCH", path, { done: false })).status, 204);
  assert.equal(await isDone(), false);
});

test("a message says how its obligation stands now, and what to do about it", async () => {
  const person = await place.hire(["read-only"]);
  const { items } = (await person.send("GET", "/inbox")).body as {
    items: (Item & { now: { state: string; dueOn: string; remedy: { en: string } } | null })[];
  };
  const item = items.find(({ number }) => number === certificateNumber(2));
  assert.deepEqual([item?.now?.state, item?.now?.dueOn], ["reminding", "2027-02-10"]);
  assert.match(item?.now?.remedy.en ?? "", /hold the surveillance/);
});

test("a part of a number finds it, and the organisation stands beside it", async () => {
  const person = await place.hire(["read-only"]);
  const number = certificateNumber(2);
  const part = ` ${number.slice(4).toLowerCase()} `;
  for (const path of ["/obligations", "/inbox"]) {
    const found = (await person.send("GET", `${path}?number=${encodeURIComponent(part)}`)).body
      .items as { number: string; holder: string }[];
    assert.deepEqual([...new Set(found.map((one) => one.number))], [number]);
    assert.match(found[0]?.holder ?? "", /公司$/);
    assert.deepEqual((await person.send("GET", `${path}?number=%25`)).body.items, []);
  }
});

test("what waits may be asked for by the day that it is due, on one page", async () => {
  const person = await place.hire(["read-only"]);
  const { body } = await person.send("GET", "/inbox?waiting=true&order=soonest&limit=1");
  const [first] = body.items as { dueOn: string }[];
  const all = (await person.send("GET", "/inbox?waiting=true")).body.items as { dueOn: string }[];
  assert.equal(first?.dueOn, all.map(({ dueOn }) => dueOn).sort()[0]);
  assert.equal(body.nextCursor, null);
});

test("deadlines are handed over as a file that spreadsheets read, as they are filtered", async () => {
  const person = await place.hire(["read-only"]);
  const file = async (query: string) => {
    const headers = { cookie: String(person.cookie), host: "localhost:8080" };
    const url = `/api/v1/obligations.csv?${query}`;
    return await place.server.inject({ method: "GET", url, headers });
  };
  const reply = await file(`number=${certificateNumber(1)}&lang=en`);
  assert.equal(reply.headers["content-type"], "text/csv; charset=utf-8");
  assert.match(String(reply.headers["content-disposition"]), /suzheng-deadlines-2026-11-22\.csv/);
  assert.deepEqual([...reply.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, ...lines] = reply.body.slice(1).trimEnd().split("\r\n");
  assert.match(head ?? "", /^due on,state,certificate,certified organisation,/);
  const listed = (await person.send("GET", `/obligations?number=${certificateNumber(1)}`)).body;
  assert.equal(lines.length, (listed.items as unknown[]).length);
  for (const line of lines) assert.match(line, /http:\/\/localhost:8080\/c\//);
  assert.equal((await file("state=overdue")).body.trimEnd().split("\r\n").length, 1, "a head only");
  assert.equal((await place.browser().send("GET", "/obligations.csv")).status, 401);
});

test("a calendar is read by its secret address until it is revoked", async () => {
  const person = await place.hire(["quality-responsible"]);
  const made = await person.send("POST", "/calendar-feeds", { language: "en" });
  assert.equal(made.status, 201);
  const path = new URL(String(made.body.address)).pathname;
  const read = () => place.server.inject({ method: "GET", url: path });
  const calendar = await read();
  assert.match(String(calendar.headers["content-type"]), /^text\/calendar/);
  const unfolded = calendar.body.replaceAll("\r\n ", "");
  assert.match(unfolded, /^BEGIN:VCALENDAR\r\n/);
  assert.match(unfolded, /DTSTART;VALUE=DATE:20270210/);
  assert.match(unfolded, new RegExp(`SUMMARY:${certificateNumber(1)} .*due by 2027-02-10`));
  const listed = (await person.send("GET", "/calendar-feeds")).body.items as { id: string }[];
  assert.deepEqual(
    listed.map(({ id }) => id),
    [made.body.id],
  );
  const colleague = await place.hire(["administrator"]);
  const path404 = `/calendar-feeds/${made.body.id}`;
  assert.equal((await colleague.send("DELETE", path404)).code, "calendar-feed-unknown");
  assert.equal((await person.send("DELETE", path404)).status, 204);
  assert.equal((await read()).statusCode, 404);
});

test("a calendar ends with the membership of the person whose it is", async () => {
  const person = await place.hire(["quality-responsible"]);
  const made = await person.send("POST", "/calendar-feeds", { language: "zh" });
  const url = new URL(String(made.body.address)).pathname;
  const statusOf = async () => (await place.server.inject({ url })).statusCode;
  assert.equal(await statusOf(), 200);
  const { account } = (await person.send("GET", "/session")).body as { account: { id: string } };
  const boss = await place.hire(["administrator"]);
  assert.equal((await boss.send("DELETE", `/members/${account.id}`)).status, 204);
  assert.equal(await statusOf(), 404);
});

test("a body sees the pauses that it asked for, and nobody else's", async () => {
  const asking = await place.hire(["rule-manager"]);
  const terms = { from: "2026-11-07", until: "2026-11-08", reason: "样例：停电" };
  const all = { requirements: ["all"], regions: ["all"] };
  const { body } = await asking.send("POST", "/tolling", { ...all, ...terms });
  const other = await connectBody(place.platform, "CNCA-R-2026-903");
  const stranger = await place.hire(["rule-manager"], other);
  const reviewer = await place.hire(["regulator-reviewer"], REGULATOR);
  const seenBy = async (person: Person) =>
    ((await person.send("GET", "/tolling")).body.items as { id: string }[]).map(({ id }) => id);
  assert.deepEqual(await seenBy(stranger), []);
  for (const person of [asking, reviewer]) {
    assert.ok((await seenBy(person)).includes(String(body.id)));
  }
});

test("a pause that a reviewer approves shows on the obligation: before, after and why", async () => {
  const manager = await place.hire(["rule-manager"]);
  const reviewer = await place.hire(["regulator-reviewer"], REGULATOR);
  const asked = await manager.send("POST", "/tolling", {
    requirements: ["first-surveillance-in-time"],
    regions: ["all"],
    from: "2026-12-01",
    until: "2026-12-11",
    reason: "样例：道路中断",
  });
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  const path = `/tolling/${asked.body.institution}/${asked.body.id}`;
  assert.equal((await manager.send("POST", `${path}/approve`)).code, "role-insufficient");
  const seen = (await reviewer.send("GET", "/tolling")).body.items as { mayDecide: boolean }[];
  assert.equal(seen[0]?.mayDecide, true);
  const approved = await reviewer.send("POST", `${path}/approve`);
  assert.equal(approved.body.state, "approved", JSON.stringify(approved.body));
  assert.equal((await reviewer.send("POST", `${path}/approve`)).code, "tolling-decided");
  const [atOnce] = surveillances((await manager.send("GET", "/obligations")).body.items);
  assert.deepEqual([atOnce?.setFor, atOnce?.dueOn], ["2027-02-10", "2027-02-20"]);
  await sweepPlatform(place.platform);
  const [moved] = surveillances((await manager.send("GET", "/obligations?tolled=true")).body.items);
  assert.deepEqual([moved?.setFor, moved?.dueOn], ["2027-02-10", "2027-02-20"]);
  assert.deepEqual(await accountsInEntries(place.platform), [], "the table of requests tells who");
});

test("an approval that stopped after recording the pause is ended by whoever approves again", async () => {
  const manager = await place.hire(["rule-manager"]);
  const terms = { from: "2026-11-05", until: "2026-11-06", reason: "样例：停电" };
  const all = { requirements: ["all"], regions: ["all"] };
  const { body } = await manager.send("POST", "/tolling", { ...all, ...terms });
  const path = `/tolling/${body.institution}/${body.id}/approve`;
  for (let round = 0; round < 2; round++) {
    const reviewer = await place.hire(["regulator-reviewer"], REGULATOR);
    assert.equal((await reviewer.send("POST", path)).body.state, "approved");
    const stopped = "update tolling_requests set state = 'approving' where id = $1";
    await place.platform.database.query(stopped, [body.id]);
  }
  const entries = "select index from entries where stream = $1";
  assert.equal((await place.platform.database.query(entries, [`pause/${body.id}`])).length, 1);
});

test("a regulator asks for the bodies that it names, and a second reviewer approves", async () => {
  const [one, other] = [
    await place.hire(["regulator-reviewer"], REGULATOR),
    await place.hire(["regulator-reviewer"], REGULATOR),
  ];
  const terms = {
    requirements: ["all"],
    regions: ["350000"],
    from: "2026-12-20",
    until: "2026-12-25",
    reason: "样例：台风",
  };
  assert.equal((await one.send("POST", "/tolling", terms)).code, "tolling-institutions-unfit");
  const asked = await one.send("POST", "/tolling", { ...terms, institutions: ["all"] });
  assert.equal(asked.status, 201);
  const path = `/tolling/${encodeURIComponent(REGULATOR)}/${asked.body.id}`;
  assert.equal((await one.send("POST", `${path}/approve`)).code, "tolling-by-requester");
  assert.equal((await other.send("POST", `${path}/approve`)).body.state, "approved");
  const rows = await place.platform.database.query<{ institution: string }>(
    "select institution from entries where stream = $1 order by institution",
    [`pause/${asked.body.id}`],
  );
  assert.ok(rows.length >= 1);
  assert.ok(rows.some(({ institution }) => institution === place.body));
});

test("a pause is not refused without a reason, which whoever asked reads", async () => {
  const manager = await place.hire(["rule-manager"]);
  const reviewer = await place.hire(["regulator-reviewer"], REGULATOR);
  const asked = await manager.send("POST", "/tolling", {
    requirements: ["all"],
    regions: ["all"],
    from: "2026-11-01",
    until: "2026-11-03",
    reason: "样例：人手不足",
  });
  const path = `/tolling/${asked.body.institution}/${asked.body.id}/refuse`;
  assert.equal((await reviewer.send("POST", path)).status, 400);
  assert.equal((await reviewer.send("POST", path, { reason: " " })).status, 400);
  assert.equal((await reviewer.send("POST", path, { reason: "人手由机构安排" })).status, 200);
  const items = (await manager.send("GET", "/tolling")).body.items as Record<string, unknown>[];
  const mine = items.find(({ id }) => id === asked.body.id);
  assert.deepEqual([mine?.state, mine?.refusedBecause], ["refused", "人手由机构安排"]);
});

test("what nothing can be done about any more comes last, on every page", async () => {
  const YEAR_MS = 365 * 86_400_000;
  place.later(YEAR_MS);
  await sweepPlatform(place.platform);
  const person = await place.hire(["read-only"]);
  const states: string[] = [];
  let cursor = "";
  do {
    const { body } = await person.send("GET", `/obligations?limit=1${cursor}`);
    states.push(...(body.items as Obligation[]).map(({ state }) => state));
    cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor !== "");
  assert.ok(states.includes("lapsed") && states.includes("overdue"), states.join());
  assert.ok(states.lastIndexOf("overdue") < states.indexOf("ahead"), states.join());
  assert.ok(states.lastIndexOf("ahead") < states.indexOf("lapsed"), states.join());
});
