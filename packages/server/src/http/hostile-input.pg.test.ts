import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ROLES } from "@suzheng/api-contract";
import { openWorkplace, type Person, SITE, type Workplace } from "./accounts/workplace.fixture.ts";

const REGULATOR = "regulator:sample-province";

let place: Workplace;
let people: Person[];
before(async () => {
  place = await openWorkplace();
  const { organisations, now } = place.platform.accounts;
  const regulator = { institution: REGULATOR, name: "样例省局", kind: "regulator" } as const;
  await organisations.register(regulator, now());
  const ofBody = ROLES.filter((role) => role !== "regulator-reviewer");
  people = [await place.hire(ofBody), await place.hire(["regulator-reviewer"], REGULATOR)];
});
after(() => place.close());

type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};
type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
};
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Route = { method: string; path: string; operation: Operation };

function routes(): Route[] {
  const { paths = {} } = place.server.swagger() as { paths?: Record<string, object> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    // Who signs out has nothing more to ask.
    Object.entries(path === "/api/v1/session" ? {} : methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation: operation as Operation,
    })),
  );
}

const base64url = (text: string) => Buffer.from(text).toString("base64url");
const cursorOf = (key: unknown) => base64url(JSON.stringify(key));
const OBLIGATION = { dueOn: "2026-01-01", number: "1", rule: "r", requirement: "q", step: "s" };

/** What no database can store, no calendar has, no list of ours holds. */
const HOSTILE = [
  "\0",
  "A\0B",
  "2026-13-41",
  "0000-01-01",
  "0000-01-01T00:00:00.000Z",
  "99999999999999999999",
  "-1",
  base64url("\0"),
  base64url("2026-13-41T99:99:99.999Z 0"),
  base64url("0000-01-01T00:00:00.000Z 00000000-0000-0000-0000-000000000000"),
  base64url("2026-01-01T00:00:00.000Z ---"),
  cursorOf({ ...OBLIGATION, dueOn: "yesterday" }),
  cursorOf({ ...OBLIGATION, dueOn: "2026-13-41" }),
  cursorOf({ ...OBLIGATION, dueOn: "0000-01-01" }),
  cursorOf({ ...OBLIGATION, step: "\0" }),
  cursorOf({ saidOn: "yesterday", id: "1" }),
  cursorOf({ saidOn: "2026-01-01", id: "\0" }),
  cursorOf(["A", Number.MAX_SAFE_INTEGER, "r"]),
  cursorOf(["A\0", 1, "r"]),
  cursorOf([true, "A", "0000-01-01", "1", Number.MAX_SAFE_INTEGER]),
];

const HOSTILE_TEXTS = ["A\0B", "a\ud800", "0000-01-01"];

/** A value that a schema asks for, with `text` wherever it asks for no form. */
function filled(schema: Schema, text: string): unknown {
  const { type, format, pattern, properties, items } = schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [one] = schema.anyOf ?? schema.oneOf ?? [];
  if (one !== undefined) return filled(one, text);
  if (properties !== undefined) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, filled(inner, text)]),
    );
  }
  if (type === "array") return items === undefined ? [] : [filled(items, text)];
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  if (format === "date") return "2026-01-01";
  if (format === "uuid") return "00000000-0000-4000-8000-000000000000";
  return pattern?.includes("0-9a-f") ? "0" : text;
}

/** With `hostile` in the place of one parameter; the others as they are asked for. */
function addressWith({ path, operation }: Route, name: string, hostile: string): string {
  const query = new URLSearchParams();
  let address = path;
  for (const parameter of operation.parameters ?? []) {
    const isHostile = parameter.name === name;
    if (!isHostile && parameter.in === "query" && parameter.required !== true) continue;
    const value = isHostile ? hostile : String(filled(parameter.schema, "AB"));
    if (parameter.in === "path") {
      address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
    } else query.set(parameter.name, value);
  }
  return `${address}?${query}`;
}

type Asked = { method: string; url: string; payload?: object };

/** Every request of a route that is hostile in one place. */
function hostileAsks(route: Route): Asked[] {
  const { method, operation } = route;
  const asks: Asked[] = (operation.parameters ?? []).flatMap(({ name }) =>
    HOSTILE.map((hostile) => ({ method, url: addressWith(route, name, hostile) })),
  );
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return asks;
  const url = addressWith(route, "", "");
  const bodies = HOSTILE_TEXTS.map((text) => filled(schema, text) as object);
  return [...asks, ...bodies.map((payload) => ({ method, url, payload }))];
}

/** Whether it is a fault of ours; an answer that breaks off is one too. */
async function isFault(person: Person, { method, ...asked }: Asked): Promise<boolean> {
  const { host, origin } = new URL(SITE);
  const headers = { host, origin, cookie: person.cookie ?? "" };
  const sent = place.server.inject({ ...asked, method: method as "GET", headers });
  const answer = await sent.catch(() => null);
  return (answer?.statusCode ?? 500) >= 500;
}

test("whatever stands in a request, it is no fault of ours", async () => {
  const asks = routes().flatMap(hostileAsks);
  assert.ok(asks.length > 1000);
  for (const person of people) {
    for (const asked of asks) {
      assert.ok(!(await isFault(person, asked)), JSON.stringify(asked));
    }
  }
});

const REFUSED: readonly [address: string, code: string][] = [
  ["/obligations?number=%00", "request-malformed"],
  ["/obligations.csv?number=%00", "request-malformed"],
  ["/obligations?dueUntil=2026-13-41", "request-malformed"],
  [`/obligations?cursor=${cursorOf({ ...OBLIGATION, dueOn: "x" })}`, "cursor-malformed"],
  ["/inbox?number=%00", "request-malformed"],
  [`/inbox?cursor=${cursorOf({ saidOn: "2026-02-30", id: "1" })}`, "cursor-malformed"],
  [`/imports?cursor=${base64url("2026-13-41T99:99:99.999Z 0")}`, "request-malformed"],
  ["/rules?on=0000-01-01", "request-malformed"],
];

test("a forged cursor and a text that cannot be stored are told to be that", async () => {
  const [person] = people;
  for (const [address, code] of REFUSED) {
    const answer = await person?.send("GET", address);
    assert.deepEqual([answer?.status, answer?.code], [400, code], address);
  }
  const days = { from: "2026-01-01", until: "2026-02-01" };
  const pause = { requirements: ["all"], regions: ["all"], ...days, reason: "a\0b" };
  assert.equal((await person?.send("POST", "/tolling", pause))?.code, "request-malformed");
});

test("the name of an uploaded file is kept without what no name can hold", async () => {
  const [person] = people;
  const part = "content-disposition: form-data; name=\"files\"; filename*=utf-8''a%00b.csv";
  const { host, origin } = new URL(SITE);
  const reply = await place.server.inject({
    method: "POST",
    url: "/api/v1/imports",
    headers: {
      host,
      origin,
      cookie: person?.cookie ?? "",
      "content-type": "multipart/form-data; boundary=x",
    },
    payload: `--x\r\n${part}\r\n\r\nnothing\r\n--x--\r\n`,
  });
  assert.deepEqual([reply.statusCode, reply.json().files], [202, ["a_b.csv"]]);
});
