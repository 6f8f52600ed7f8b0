import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { request as ask, type ClientRequest, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { composeApp } from "../../compose/app.ts";
import {
  BODY,
  connectBody,
  openTestPlatform,
  type TestPlatform,
} from "../../testing/test-platform.ts";
import { createHttpServer } from "../http-server.ts";

const MIB = 1024 * 1024;
const PART = `--x\r\ncontent-disposition: form-data; name="files"; filename="103010.csv"\r\n\r\n`;

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof createHttpServer>>;
let address: string;
let authorization: string;
/** Where uploaded files are put while they are received; of this process only. */
const uploads = mkdtempSync(join(tmpdir(), "suzheng-routes-"));

before(async () => {
  platform = await openTestPlatform();
  await connectBody(platform);
  server = await createHttpServer(await composeApp(platform, { demo: false, portalFolder: null }));
  address = await server.listen({ port: 0, host: "127.0.0.1" });
  authorization = `Bearer ${await platform.tokens.create(BODY)}`;
  process.env.TMPDIR = uploads;
});
after(async () => {
  server.server.closeAllConnections();
  await server.close();
  await platform.remove();
  rmSync(uploads, { recursive: true, force: true });
});

type Upload = {
  sending: ClientRequest;
  answer: Promise<{ answer: IncomingMessage; code: string }>;
};

/** The beginning of an upload; its end is sent by whoever calls. */
function begin(bytes: number | null, begun: string): Upload {
  const sending = ask(`${address}/api/v1/imports`, {
    method: "POST",
    headers: {
      authorization,
      "content-type": "multipart/form-data; boundary=x",
      ...(bytes === null ? {} : { "content-length": bytes }),
    },
  });
  const answer = new Promise<{ answer: IncomingMessage; code: string }>((resolve, reject) => {
    sending.on("error", reject);
    sending.on("response", async (answered) => {
      const text = (await answered.toArray()).join("");
      resolve({ answer: answered, code: JSON.parse(text).code });
    });
  });
  // Of an upload that is broken off on purpose nobody asks.
  answer.catch(() => {});
  sending.flushHeaders();
  if (begun !== "") sending.write(begun);
  return { sending, answer };
}

test("an upload over the limit is refused before any of its bytes, and the connection ends", async () => {
  const { answer } = begin(512 * MIB + 1, "");
  const { answer: answered, code } = await answer;
  assert.deepEqual([answered.statusCode, code], [413, "upload-too-large"]);
  assert.equal(answered.headers.connection, "close");
  assert.deepEqual(readdirSync(uploads), []);
});

test("who is refused while sending gets to read why, and may go on with the connection", async () => {
  authorization = "";
  const whole = `${PART}${"x".repeat(4 * MIB)}\r\n--x--\r\n`;
  const { sending, answer } = begin(whole.length, whole.slice(0, MIB));
  const { answer: answered, code } = await answer;
  assert.deepEqual([answered.statusCode, code], [401, "token-missing"]);
  assert.notEqual(answered.headers.connection, "close");
  sending.end(whole.slice(MIB));
  authorization = `Bearer ${await platform.tokens.create(BODY)}`;
});

test("a body has three places, also while its files are still coming; one that breaks off is free", async () => {
  const open = [1, 2, 3].map(() => begin(1000, `${PART}CERT`));
  while (readdirSync(uploads).length < 3) await setImmediate();
  const refused = await begin(1000, "").answer;
  assert.deepEqual([refused.answer.statusCode, refused.code], [503, "too-busy"]);
  for (const { sending } of open) sending.destroy();
  while (readdirSync(uploads).length > 0) await setImmediate();
  const whole = `${PART}nothing\r\n--x--\r\n`;
  const taken = begin(whole.length, whole);
  taken.sending.end();
  assert.equal((await taken.answer).answer.statusCode, 202);
});
