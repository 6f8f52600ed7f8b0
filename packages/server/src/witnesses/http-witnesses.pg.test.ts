import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  cosign,
  formatSignatureLine,
  formatVkey,
  fromBase64,
  parseCheckpoint,
  parseNote,
  SIGNATURE_TYPE,
  verificationKey,
} from "@suzheng/log-format";
import { verifyConsistency } from "@suzheng/merkle";
import { nobleSha256, parseTrust, verifyBundle } from "@suzheng/verifier";
import { connectBody, openTestPlatform } from "../testing/test-platform.ts";

const NAME = "witness.example/a";

/** A witness after C2SP tlog-witness: remembers one tree, refuses what does not extend it. */
function startWitness() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(12);
  const type = SIGNATURE_TYPE.cosignature;
  const key = verificationKey(nobleSha256, { name: NAME, type, publicKey: raw });
  const memory = { size: 0, root: new Uint8Array(), answers: [] as number[] };
  function answer(body: string): { status: number; text: string } {
    const split = body.indexOf("\n\n");
    const [old = "", ...hashes] = body.slice(0, split).split("\n");
    const note = parseNote(body.slice(split + 2));
    assert.ok(note.outcome === "parsed");
    const checkpoint = parseCheckpoint(note.value.text);
    assert.ok(checkpoint.outcome === "parsed");
    const { size, root } = checkpoint.value;
    if (Number(old.slice(4)) !== memory.size) return { status: 409, text: `${memory.size}\n` };
    const proof = hashes.map((hash) => fromBase64(hash) ?? new Uint8Array());
    const old1 = { size1: memory.size, root1: memory.root };
    const extended =
      memory.size === 0 ||
      verifyConsistency(nobleSha256, { ...old1, size2: size, root2: root, proof });
    if (!extended) return { status: 422, text: "no" };
    Object.assign(memory, { size, root });
    const timestamp = Math.floor(Date.now() / 1000);
    const signer = {
      key,
      timestamp,
      sign: (message: Uint8Array) => sign(null, message, privateKey),
    };
    return { status: 200, text: `${formatSignatureLine(cosign(note.value.text, signer))}\n` };
  }
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { status, text } = answer(body);
    memory.answers.push(status);
    response.writeHead(status).end(text);
  });
  return { server, memory, vkey: formatVkey(key) };
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

const witness = startWitness();
const url = await listen(witness.server);
const plain = await openTestPlatform();
const policy = { witnesses: [{ name: NAME, vkey: witness.vkey, url }], quorum: 1 };
writeFileSync(join(plain.dataFolder, "witnesses.json"), JSON.stringify(policy));
const platform = await plain.another();
after(async () => {
  witness.server.close();
  await plain.remove();
});

async function verification() {
  const bundle = await platform.prover.prove("X", "CNCA-R-2026-901", ["certificate/X"]);
  const trust = parseTrust(nobleSha256, platform.trustText);
  assert.ok(trust.outcome === "parsed");
  const text = JSON.stringify(bundle);
  return verifyBundle({ bundle: text, trust: trust.value, sha256: nobleSha256 });
}

test("a directory that a witness cosigned passes a quorum of one", async () => {
  await connectBody(platform);
  await platform.publisher.publish();
  assert.equal((await verification()).outcome, "valid");
  assert.notEqual((await verification()).provableUpTo?.cosignedAt, null);
});

test("a witness that has seen an older size is asked again from that size", async () => {
  const another = await plain.another();
  witness.memory.answers.length = 0;
  await connectBody(another, "CNCA-R-2026-902");
  await another.publisher.publish();
  assert.deepEqual(witness.memory.answers, [409, 200]);
  assert.equal((await verification()).outcome, "valid");
});

test("while the witness is away publishing goes on, and the quorum cannot be checked", async () => {
  witness.server.close();
  witness.server.closeAllConnections();
  await connectBody(platform, "CNCA-R-2026-903");
  await platform.publisher.publish();
  assert.equal((await verification()).outcome, "could-not-check");
  assert.match(plain.alarms.join("\n"), /witness witness\.example\/a does not cosign/);
});
