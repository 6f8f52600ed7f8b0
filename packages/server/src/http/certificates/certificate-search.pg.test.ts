import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { CertificatePage } from "@suzheng/api-contract";
import { composeApp } from "../../compose/app.ts";
import { fillInitials } from "../../postgres/certificates/fill-initials.ts";
import {
  certificateNumber,
  reportRows,
  sampleRows,
  suspendedCells,
} from "../../testing/sample-acts.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import { createHttpServer } from "../http-server.ts";

const TODAY = "2027-10-01";
const OTHER_BODY = "CNCA-R-2026-902";
/** More than are looked at one after the other before an index is asked. */
const MANY = 20_500;
/** Behind these. */
const BEHIND = 150;

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;

before(async () => {
  platform = await openTestPlatform({ now: () => `${TODAY}T04:00:00.000Z` });
  await connectBody(platform);
  await report(1, { ORG_NAME: "样例（Ｆｕｊｉａｎ）轴承有限公司" });
  await report(2, { ORG_NAME: "样例纺织有限公司", ORG_CODE: "91350100M000200Y4T" });
  await copies({ of: 2, count: MANY, prefix: "9X", institution: BODY });
  await connectBody(platform, OTHER_BODY);
  await report(3, { ORG_NAME: "样例阀门有限公司", ORG_CODE: "91350100M000200Y4T" });
  await copies({ of: 3, count: BEHIND, prefix: "8X", institution: OTHER_BODY });
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  server = await createHttpServer(app);
});
after(async () => {
  await server.close();
  await platform.remove();
});

async function report(n: number, cells: Readonly<Record<string, string>>): Promise<void> {
  const row = sampleRows(n).find(({ table }) => table === "103010");
  assert.ok(row);
  const outcomes = await reportRows(platform, [{ ...row, cells: { ...row.cells, ...cells } }]);
  assert.deepEqual(outcomes, [{ outcome: "recorded" }]);
}

type Copies = { of: number; count: number; prefix: string; institution: string };

/** Of a certificate, with numbers of their own. */
async function copies({ of, count, prefix, institution }: Copies): Promise<void> {
  await platform.database.query(
    `insert into certificates
     select (jsonb_populate_record(c, jsonb_build_object(
       'institution', $4::text, 'number', $3 || lpad(n::text, 6, '0')))).*
     from certificates c, generate_series(1, $2) n where number = $1`,
    [certificateNumber(of), count, prefix, institution],
  );
}

async function find(q: string, query = ""): Promise<CertificatePage> {
  const url = `/api/v1/certificates?q=${encodeURIComponent(q)}${query}`;
  const answer = await server.inject({ url });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json();
}

const numbersOf = ({ items }: CertificatePage) => items.map(({ number }) => number);

const FORMS = [
  ["its number in full width", "９０１２６Ｑ１０００１Ｒ０Ｓ"],
  ["its number in small letters with blanks", "90126 q10001 r0s"],
  ["the beginning of its number", "90126Q10001"],
  ["two characters of a rare name, behind many others", "轴承"],
  ["a part of the name with other brackets, width and case", "样例(fujian)轴承"],
  ["parts of the name in any order, blanks between them", "有限公司　轴承 fujian"],
  ["a part of the name with a blank inside it", "轴 承有限"],
  ["initials of its holder, behind many others", "fujianzcyxgs"],
  ["some of the initials, in capitals, full width and with blanks", "ＺＣ yx"],
] as const;

for (const [what, q] of FORMS) {
  test(`a certificate is found by ${what}`, async () => {
    assert.deepEqual(numbersOf(await find(q)), [certificateNumber(1)]);
  });
}

test("two characters of a common name find page after page, each certificate once", async () => {
  const seen = new Set<string>();
  let next: string | null = "";
  for (let pages = 0; next !== null && pages <= MANY / 100; pages++) {
    const page: CertificatePage = await find("纺织", `&limit=100${next && `&cursor=${next}`}`);
    for (const number of numbersOf(page)) seen.add(number);
    next = page.next;
  }
  assert.equal(next, null);
  assert.equal(seen.size, MANY + 1);
});

test("newer numbers come first, page after page", async () => {
  const first = await find("纺织", "&limit=100");
  const second = await find("纺织", `&limit=100&cursor=${first.next}`);
  const numbers = [...numbersOf(first), ...numbersOf(second)];
  assert.deepEqual(numbers, numbers.toSorted().toReversed());
});

const isNewestFirst = (numbers: readonly string[]) =>
  numbers.every((number, i) => i === 0 || number < (numbers[i - 1] ?? ""));

test("names that stand only behind many others come newest first, each certificate once", async () => {
  const first = await find("阀门", "&limit=100");
  const second = await find("阀门", `&limit=100&cursor=${first.next}`);
  const numbers = [...numbersOf(first), ...numbersOf(second)];
  assert.equal(numbers.length, BEHIND + 1);
  assert.ok(isNewestFirst(numbers), numbers.join(" "));
});

for (const q of ["", "阀门", "8X"]) {
  test(`within a body "${q}" finds its own, newest first, and no other body's`, async () => {
    const query = `&limit=100&body=${OTHER_BODY}`;
    const first = await find(q, query);
    const second = await find(q, `${query}&cursor=${first.next}`);
    const numbers = [...numbersOf(first), ...numbersOf(second)];
    assert.equal(numbers.length, BEHIND);
    assert.ok(
      numbers.every((number) => number.startsWith("8X")),
      numbers.join(" "),
    );
    assert.ok(isNewestFirst(numbers), numbers.join(" "));
    assert.equal(second.next, null);
  });
}

test("initials of a common name find page after page, each certificate once", async () => {
  const first = await find("ylfz", "&limit=100");
  const second = await find("ylfz", `&limit=100&cursor=${first.next}`);
  assert.equal(new Set([...numbersOf(first), ...numbersOf(second)]).size, 200);
});

test("two initials are in too many names, and runs that do not stand together are no hit", async () => {
  for (const q of ["zc", "zcyxylf"]) assert.deepEqual(numbersOf(await find(q)), []);
});

test("certificates from before there were initials have them after the first start", async () => {
  const { database } = platform;
  await database.query("update certificates set holder_initials = null, holder_fragments = '{}'");
  assert.deepEqual(numbersOf(await find("zcyxgs")), []);
  await fillInitials(database, { isStopped: () => false });
  assert.deepEqual(numbersOf(await find("zcyxgs")), [certificateNumber(1)]);
  assert.deepEqual(numbersOf(await find("轴承")), [certificateNumber(1)]);
});

test("neighbouring pairs of a name that do not stand together are no hit", async () => {
  assert.deepEqual(numbersOf(await find("轴承样例")), []);
});

test("parts of which one is not in the name are no hit", async () => {
  assert.deepEqual(numbersOf(await find("轴承 纺织")), []);
});

test("signs that mean any text elsewhere stand for themselves", async () => {
  for (const q of ["9%1", "9_126", "轴%", "轴_有"]) assert.deepEqual(numbersOf(await find(q)), []);
});

test("a holder is found by its code in either length, also typed in full width", async () => {
  for (const q of ["91350100M000100Y43", "M000100Y4", "ｍ０００１００ｙ４"]) {
    assert.deepEqual(numbersOf(await find(q)), [certificateNumber(1)], q);
  }
});

test("one character is too little to look for", async () => {
  for (const q of ["轴", "（轴）", "9"]) {
    const url = `/api/v1/certificates?q=${encodeURIComponent(q)}`;
    const { statusCode, body } = await server.inject({ url });
    assert.equal(`${statusCode} ${JSON.parse(body).code}`, "400 query-too-short", q);
  }
});

test("within a body, blanks ask for all certificates as nothing does", async () => {
  const all = numbersOf(await find("", `&body=${BODY}`));
  assert.ok(all.length > 0);
  for (const q of [" ", "\u3000 "])
    assert.deepEqual(numbersOf(await find(q, `&body=${BODY}`)), all);
});

test("a change to come is not shown yet", async () => {
  const holder = { ORG_NAME: "样例印染有限公司", ORG_CODE: "91350100M000200Y4T" };
  await report(3, holder);
  const change = suspendedCells("2027-12-01", "2027-12-31");
  await report(3, { ...holder, ...change, ORG_NAME: "样例新名有限公司" });
  const { items } = await find(certificateNumber(3));
  assert.deepEqual(
    items.map(({ status, holderName }) => [status, holderName]),
    [["valid", "样例印染有限公司"]],
  );
});
