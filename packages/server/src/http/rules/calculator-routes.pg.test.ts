import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Calculation, CalculatorAnswer, type CalculatorList } from "@suzheng/api-contract";
import { composeApp } from "../../compose/app.ts";
import { openTestPlatform, type TestPlatform } from "../../testing/test-platform.ts";
import { createHttpServer } from "../http-server.ts";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;

before(async () => {
  platform = await openTestPlatform();
  const app = await composeApp(platform, { demo: false, portalFolder: null });
  server = await createHttpServer(app);
});
after(async () => {
  await server.close();
  await platform.remove();
});

const BASE = "/api/v1/calculators";

const calculate = (place: string, payload: object) =>
  server.inject({ method: "POST", url: `${BASE}/${place}/calculations`, payload });

test("every calculator tells its sources, its input and what it does not compute", async () => {
  const { items } = (await server.inject(BASE)).json<CalculatorList>();
  assert.ok(items.length >= 4);
  for (const { id, version } of items) {
    const answer = await server.inject(`${BASE}/${id}/${version}`);
    const calculator = CalculatorAnswer.parse(answer.json());
    assert.ok(calculator.parameters.every(({ source }) => source !== ""));
    assert.ok(calculator.vectors > 0);
    assert.equal(calculator.inputSchema.type, "object");
  }
});

test("a published vector gives through the API what it promises", async () => {
  const { items } = (await server.inject(BASE)).json<CalculatorList>();
  for (const { id, version } of items) {
    const file = await server.inject(`${BASE}/${id}/${version}/vectors.json`);
    assert.match(String(file.headers["content-disposition"]), /attachment/);
    for (const { input, expected } of file.json().cases) {
      const answer = await calculate(`${id}/${version}`, input);
      if (expected.outcome === "refused") {
        assert.equal(`${answer.statusCode} ${answer.json().code}`, `422 ${expected.code}`);
        continue;
      }
      const { outcome, reason } = Calculation.parse(answer.json());
      assert.equal(`${answer.statusCode} ${outcome}`, `200 ${expected.outcome}`);
      assert.equal(reason?.code, expected.code);
    }
  }
});

test("each line of a calculation has its source and how sure it is", async () => {
  const answer = await calculate("iaf-md-1/2018", { sites: 25, audit: "initial" });
  const { result, lines, confidence } = Calculation.parse(answer.json());
  assert.equal(result?.sitesInSample, 5);
  assert.equal(confidence, "high");
  assert.ok(lines.some(({ source }) => source === "input"));
  assert.ok(lines.every(({ source }) => source !== ""));
});

test("refused input is a problem in both languages with the calculator's own code", async () => {
  const answer = await calculate("iaf-md-1/2018", { sites: 1, audit: "initial" });
  const { code, detail, wayOut } = answer.json();
  assert.equal(`${answer.statusCode} ${code}`, "422 too-few-sites");
  for (const { zh, en } of [detail, wayOut]) assert.ok(zh !== "" && en !== "");
});

test("a calculator that is not there is a problem, for each address", async () => {
  for (const path of ["none/1", "iaf-md-1/1999", "none/1/vectors.json"]) {
    const answer = await server.inject(`${BASE}/${path}`);
    assert.equal(`${answer.statusCode} ${answer.json().code}`, "404 calculator-not-found");
  }
  assert.equal((await calculate("none/1", {})).json().code, "calculator-not-found");
});
