import assert from "node:assert/strict";
import { test } from "node:test";
import { isKept, planFor } from "./cache-policy.ts";

const get = (path: string, mode = "cors") => planFor({ method: "GET", path, mode });

test("answers, the trust list and QR images are kept for offline reading", () => {
  assert.equal(get("/trust.json"), "answer");
  assert.equal(get("/api/v1/certificates/99925Q00001R0S/proof"), "answer");
  assert.equal(get("/api/v1/certificates"), "answer");
  assert.equal(get("/c/99925Q00001R0S/qr.svg", "no-cors"), "answer");
});

test("uploads and their progress are never kept", () => {
  assert.equal(get("/api/v1/imports/7"), "leave-alone");
  assert.equal(planFor({ method: "POST", path: "/api/v1/imports", mode: "cors" }), "leave-alone");
});

test("pages of the portal open offline, those of others do not", () => {
  assert.equal(get("/c/99925Q00001R0S", "navigate"), "shell-page");
  assert.equal(get("/", "navigate"), "shell-page");
  assert.equal(get("/workspace/today", "navigate"), "leave-alone");
  assert.equal(get("/log/directory/checkpoint", "navigate"), "leave-alone");
});

test("a 404 is never kept", () => {
  assert.equal(isKept({ status: 404, type: "basic" }), false);
  assert.equal(isKept({ status: 206, type: "basic" }), false);
  assert.equal(isKept({ status: 200, type: "basic" }), true);
});
