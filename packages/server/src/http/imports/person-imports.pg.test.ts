import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ImportRun, type ImportRunPage, ROLES, type Role } from "@suzheng/api-contract";
import { EXAMPLE_CELLS } from "@suzheng/certification";
import { EXPECTED_MATRIX } from "../../application/policy/policy-matrix.expected.ts";
import { accountsInEntries } from "../../testing/accounts-in-entries.ts";
import { certificateNumber } from "../../testing/sample-acts.ts";
import { connectBody } from "../../testing/test-platform.ts";
import { openWorkplace, type Person, SITE, type Workplace } from "../accounts/workplace.fixture.ts";

const OTHER_BODY = "CNCA-R-2026-902";
const REGULATOR = "regulator:sample-province";
const LETTERS = "MQAVR";

let place: Workplace;
before(async () => {
  place = await openWorkplace();
  await connectBody(place.platform, OTHER_BODY);
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
});
after(() => place.close());

/** A report of one certificate, whose row names the body. */
function reportOf(body: string, n: number): string {
  const cells = { ...EXAMPLE_CELLS["103010"], RZJG_ID: body, CERT_NUMBER: certificateNumber(n) };
  const rows = [Object.keys(cells), Object.values(cells)];
  return rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
}

type Sending = { content: string; query?: string; headers?: Record<string, string> };

async function send(
  person: { cookie: string | null } | null,
  { content, query, headers }: Sending,
) {
  const part = `--x\r\ncontent-disposition: form-data; name="files"; filename="103010.csv"\r\n`;
  const reply = await place.server.inject({
    method: "POST",
    url: `/api/v1/imports${query ?? ""}`,
    headers: {
      host: new URL(SITE).host,
      origin: SITE,
      ...(person?.cookie ? { cookie: person.cookie } : {}),
      "content-type": "multipart/form-data; boundary=x",
      ...headers,
    },
    payload: `${part}\r\n${content}\r\n--x--\r\n`,
  });
  return { status: reply.statusCode, body: reply.json() };
}

/** The run as it ends. */
async function finished(person: Person, { body }: { body: ImportRun }): Promise<ImportRun> {
  for (;;) {
    const run = (await person.send("GET", `/imports/${body.id}`)).body as unknown as ImportRun;
    if (run.state !== "waiting" && run.state !== "running") return run;
  }
}

const idOf = async (person: Person): Promise<string> =>
  ((await person.send("GET", "/session")).body.account as { id: string }).id;

const list = async (person: Person, query = ""): Promise<ImportRunPage> =>
  (await person.send("GET", `/imports${query}`)).body as unknown as ImportRunPage;

test("who may hand in reports is what the matrix says", async () => {
  const workplaceOf = (role: Role) => (role === "regulator-reviewer" ? REGULATOR : place.body);
  for (const [n, role] of ROLES.entries()) {
    const person = await place.hire([role], workplaceOf(role));
    const isAllowed = EXPECTED_MATRIX["report.import"].includes(LETTERS[n] as string);
    const sent = await send(person, { content: "a", query: "?dryRun" });
    const asked = await person.send("GET", "/imports");
    assert.equal(sent.status, isAllowed ? 202 : 403, `${role} hands in`);
    assert.equal(asked.status, isAllowed ? 200 : 403, `${role} lists`);
    if (isAllowed) await finished(person, sent);
    else assert.deepEqual([sent.body.code, asked.code], Array(2).fill("role-insufficient"));
  }
});

test("a dry run records nothing; the entry then names nobody, the body's list of runs does", async () => {
  const person = await place.hire(["quality-responsible"]);
  const content = reportOf(place.body, 1);
  const tried = await finished(person, await send(person, { content, query: "?dryRun=true" }));
  assert.deepEqual([tried.state, tried.summary.recorded], ["finished", 1]);
  const before = await place.platform.logs.heads();
  const run = await finished(person, await send(person, { content }));
  assert.deepEqual([run.dryRun, run.summary.recorded, run.summary.rejected], [false, 1, 0]);
  const size = (await place.platform.logs.heads()).find((one) => one.institution === place.body);
  assert.equal(before.find((one) => one.institution === place.body)?.size, (size?.size ?? 0) - 1);
  const [entry] = await place.platform.database.query<{ entry: string }>(
    `select entry from entries where institution = $1 order by index desc limit 1`,
    [place.body],
  );
  assert.equal(JSON.parse(entry?.entry ?? "").submitter, "workspace");
  assert.deepEqual(await accountsInEntries(place.platform), []);
  const listed = (await list(person)).items.find(({ id }) => id === run.id);
  assert.equal(listed?.submitter, `account:${await idOf(person)}`);
});

test("a row of another institution is refused by code, and can be fetched again to mend", async () => {
  const person = await place.hire(["administrator"]);
  const run = await finished(person, await send(person, { content: reportOf(OTHER_BODY, 2) }));
  assert.equal(run.summary.rejected, 1);
  assert.equal(run.summary.errors[0]?.code, "institution-not-yours");
  const [file] = run.rejectedFiles;
  const fetchAs = (cookie: string | null) =>
    place.server.inject({
      url: file?.url ?? "",
      headers: { host: new URL(SITE).host, ...(cookie === null ? {} : { cookie }) },
    });
  assert.match((await fetchAs(person.cookie)).body, /institution-not-yours/);
  const stranger = await place.hire(["administrator"], OTHER_BODY);
  assert.equal((await fetchAs(stranger.cookie)).json().code, "import-not-found");
  assert.equal((await fetchAs(null)).json().code, "token-missing");
  assert.equal((await stranger.send("GET", `/imports/${run.id}`)).code, "import-not-found");
});

test("runs are listed newest first with who handed in, to their own institution only", async () => {
  const person = await place.hire(["quality-responsible"]);
  place.later(60_000);
  await finished(person, await send(person, { content: reportOf(place.body, 3) }));
  place.later(60_000);
  const token = await place.platform.tokens.create(place.body);
  const headers = { authorization: `Bearer ${token}` };
  const byToken = await send(null, { content: reportOf(place.body, 4), headers });
  await finished(person, byToken);
  const { items, next } = await list(person, "?limit=2");
  const name = `样例${person.signInName.split("-")[1]}`;
  assert.deepEqual(
    items.map((run) => [run.person, run.submitter.split(":")[0], run.files]),
    [
      [null, "token", ["103010.csv"]],
      [name, "account", ["103010.csv"]],
    ],
  );
  const older = await list(person, `?limit=200&cursor=${next}`);
  assert.ok(older.items.length > 0 && older.items.every(({ id }) => id !== items[1]?.id));
  const stranger = await place.hire(["administrator"], OTHER_BODY);
  assert.deepEqual((await list(stranger)).items, []);
});

test("another site cannot hand in with somebody's session, nor a session that has ended", async () => {
  const person = await place.hire(["administrator"]);
  const content = reportOf(place.body, 5);
  const forged = await send(person, { content, headers: { origin: "https://evil.example" } });
  assert.deepEqual([forged.status, forged.body.code], [403, "cross-site-request"]);
  const { cookie } = person;
  await person.send("DELETE", "/session");
  assert.equal((await send({ cookie }, { content })).body.code, "session-missing");
  assert.equal((await send(null, { content })).body.code, "token-missing");
});

test("a regulator's administrator has no reports to hand in", async () => {
  const person = await place.hire(["administrator"], REGULATOR);
  const { body } = await send(person, { content: reportOf(place.body, 6) });
  assert.equal(body.code, "institution-not-reporting");
});
