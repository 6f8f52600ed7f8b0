import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  PublishedVersion,
  RULE_FILE_BYTES_MAX,
  RuleFile,
  type SelfCheckFinding,
} from "@suzheng/api-contract";
import { connectBody, damagesOf } from "../../testing/test-platform.ts";
import { type Person, SITE } from "../accounts/workplace.fixture.ts";
import {
  CONTENT,
  checkedDraft,
  hireSigner,
  openRegister,
  type Register,
  RULE,
} from "./registry.fixture.ts";

const PDF = Buffer.from("%PDF-1.7\n样例全文\n%%EOF\n");
const NAME = "规则 全文(1).pdf";
const OTHER_BODY = "CNCA-R-2026-902";

let register: Register;
let kept: RuleFile;

before(async () => {
  register = await openRegister();
});
after(() => register.place.close());

const get = (url: string, who?: Person) =>
  register.place.server.inject({
    url: `/api/v1/rules${url}`,
    headers: { host: new URL(SITE).host, cookie: who?.cookie ?? "" },
  });

const upload = (who: Person, content: Buffer, type = "application/octet-stream") =>
  register.place.server.inject({
    method: "POST",
    url: `/api/v1/rules/registry/files?name=${encodeURIComponent(NAME)}`,
    headers: {
      host: new URL(SITE).host,
      ...{ origin: SITE, cookie: who.cookie ?? "", "content-type": type },
    },
    payload: content,
  });

const filed = (sha256: string) => `/registered/${register.body}/${RULE}/versions/1/files/${sha256}`;

test("a rule manager keeps a file, named by its content, and reads it again", async () => {
  const answer = await upload(register.manager, PDF);
  assert.equal(answer.statusCode, 201, answer.body);
  kept = RuleFile.parse(answer.json());
  const sha256 = hash("sha256", PDF, "hex");
  assert.deepEqual(kept, { name: NAME, sha256, bytes: PDF.length, type: "application/pdf" });
  const read = await get(`/registry/files/${sha256}`, register.manager);
  assert.deepEqual(read.rawPayload, PDF);
});

const REFUSED: [string, Buffer, string, string][] = [
  ["a program", Buffer.from([0, 1, 2]), "application/octet-stream", "400 rule-file-type-unknown"],
  [
    "text that is not UTF-8",
    Buffer.from([0xb9, 0xe6]),
    "application/octet-stream",
    "400 rule-file-type-unknown",
  ],
  ["nothing", Buffer.alloc(0), "application/octet-stream", "400 rule-file-type-unknown"],
  ["what a form could send", PDF, "text/plain", "400 rule-file-type-unknown"],
  [
    "more than 20 MB",
    Buffer.alloc(RULE_FILE_BYTES_MAX + 1, "x"),
    "application/octet-stream",
    "413 rule-file-too-large",
  ],
];
for (const [name, content, type, expect] of REFUSED) {
  test(`${name} is not kept`, async () => {
    const answer = await upload(register.manager, content, type);
    assert.equal(`${answer.statusCode} ${answer.json().code}`, expect);
  });
}

test("who does not draft keeps nothing, and another body reads nothing", async () => {
  assert.equal((await upload(register.responsible, PDF)).json().code, "role-insufficient");
  const other = await managerElsewhere();
  const read = await get(`/registry/files/${kept.sha256}`, other);
  assert.equal(`${read.statusCode} ${read.json().code}`, "404 rule-file-unknown");
});

/** A rule manager of another body. */
async function managerElsewhere(): Promise<Person> {
  await connectBody(register.place.platform, OTHER_BODY);
  return hireSigner(register.place, ["rule-manager"], OTHER_BODY);
}

test("bytes of who is not signed in are not even read", async () => {
  const answer = await register.place.server.inject({
    method: "POST",
    url: "/api/v1/rules/registry/files?name=a.pdf",
    headers: { host: new URL(SITE).host, "content-type": "application/octet-stream" },
    payload: Buffer.alloc(RULE_FILE_BYTES_MAX + 1),
  });
  assert.equal(answer.statusCode, 401, answer.body);
});

test("only what the body itself keeps can be filed", async () => {
  const { manager } = register;
  const files = [{ ...kept, sha256: "0".repeat(64) }, { ...kept, bytes: 1 }, kept];
  const content = { ...CONTENT, files };
  const rule = "with-unkept-file";
  const { body } = await manager.send("POST", "/rules/registry/drafts", { rule, content });
  const asked = { expected: body.counter };
  const checked = await manager.send("POST", `/rules/registry/drafts/${rule}/self-check`, asked);
  const findings = checked.body.findings as SelfCheckFinding[];
  assert.deepEqual(
    findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, field }) => `${code} ${field}`),
    ["file-missing files.0", "file-missing files.1"],
  );
});

test("it is open to everyone once published, to be saved and never run", async () => {
  const draftCounter = await checkedDraft(register, { files: [kept] });
  await register.responsible.act({ act: "file", rule: RULE, draftCounter });
  assert.equal((await get(filed(kept.sha256))).json().code, "rule-not-found");
  const reviewed = `/registry/rules/${register.body}/${RULE}/versions/1/files/${kept.sha256}`;
  assert.deepEqual((await get(reviewed, register.reviewer)).rawPayload, PDF);
  const act = { act: "publish", rule: RULE, version: "1", inForceFrom: "2026-12-01" } as const;
  await register.responsible.act(act);
  const answer = await get(filed(kept.sha256));
  assert.deepEqual(answer.rawPayload, PDF);
  const { headers } = answer;
  assert.equal(headers["content-type"], "application/pdf");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["content-security-policy"], "sandbox; default-src 'none'");
  assert.equal(
    headers["content-disposition"],
    `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent("规则 全文")}%281%29.pdf`,
  );
  const version = (await get(`/registered/${register.body}/${RULE}/versions/1`)).json();
  assert.deepEqual(PublishedVersion.parse(version).files, [kept]);
  const bundle = version.contentHash;
  assert.equal((await get(filed(bundle))).json().code, "rule-file-unknown", "not any evidence");
});

test("fsck notices a filed file that is gone", async () => {
  const { platform } = register.place;
  assert.deepEqual(await damagesOf(platform), []);
  const { sha256 } = kept;
  rmSync(join(platform.dataFolder, "evidence", "sha256", sha256.slice(0, 2), sha256));
  const [damage, ...others] = await damagesOf(platform);
  assert.ok(JSON.stringify(damage).includes(sha256), JSON.stringify(damage));
  assert.deepEqual(others, []);
});
