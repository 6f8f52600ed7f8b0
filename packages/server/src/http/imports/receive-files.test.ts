import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import multipart from "@fastify/multipart";
import Fastify from "fastify";
import { HttpProblem } from "../problems.ts";
import { type Received, receiveFiles, UPLOAD_LIMITS } from "./receive-files.ts";

/** Where files are put while they are received; of this process only. */
const uploads = mkdtempSync(join(tmpdir(), "suzheng-receive-"));
process.env.TMPDIR = uploads;
after(() => rmSync(uploads, { recursive: true, force: true }));

const BYTES_MAX = 10;
let received: Received | null = null;
afterEach(async () => {
  await received?.release();
});

/** What a server of nothing but uploads answers: a code, or what it took. */
async function send(...contents: string[]): Promise<string> {
  const server = Fastify();
  await server.register(multipart, { limits: UPLOAD_LIMITS });
  server.post("/", async (request) => {
    received = await receiveFiles(request, BYTES_MAX);
    return received.files.map(({ path }) => readFileSync(path, "utf8")).join();
  });
  server.setErrorHandler((error) => (error instanceof HttpProblem ? error.problem.code : "fault"));
  const parts = contents.map(
    (content, index) =>
      `--x\r\ncontent-disposition: form-data; name="f"; filename="${index}.csv"\r\n\r\n${content}\r\n`,
  );
  const { body } = await server.inject({
    method: "POST",
    url: "/",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    payload: `${parts.join("")}--x--\r\n`,
  });
  await server.close();
  return body;
}

test("the limit holds for all files of an upload together, whatever was announced", async () => {
  assert.equal(await send("12345", "67890"), "12345,67890");
  assert.equal(await send("12345", "678901"), "upload-too-large");
  assert.equal(await send("12345678901"), "upload-too-large");
});

test("of a refused upload no file stays; of one that was taken, none when it is let go", async () => {
  for (const contents of [["12345", "678901"], []]) await send(...contents);
  assert.deepEqual(readdirSync(uploads), []);
  await send("12345", "67890");
  assert.equal(readdirSync(uploads).length, 1);
  await received?.release();
  assert.deepEqual(readdirSync(uploads), []);
});
