import assert from "node:assert/strict";
import { test } from "node:test";
import { drawHeadcount, inventedClient } from "./client.ts";
import { seededRandom } from "./random.ts";

test("no two clients of a large sector share a name or a code", () => {
  const names = new Set<string>();
  const codes = new Set<string>();
  for (let serial = 0; serial < 40_000; serial++) {
    const client = inventedClient("large", serial);
    names.add(client.name);
    codes.add(client.code);
  }
  assert.equal(names.size, 40_000);
  assert.equal(codes.size, 40_000);
});

test("a client that moves has another address in the same district", () => {
  const client = inventedClient("moves", 3);
  assert.notEqual(client.address(0), client.address(1));
  assert.equal(client.address(0).slice(0, 3), client.address(1).slice(0, 3));
});

test("a client's code carries its district", () => {
  const client = inventedClient("district", 9);
  assert.equal(client.code.slice(2, 8), client.district);
});

test("headcounts stay within the classes of the audit-time table", () => {
  const random = seededRandom("headcount", "test");
  const drawn = Array.from({ length: 500 }, () => drawHeadcount(random, "usual"));
  assert.ok(Math.min(...drawn) >= 6 && Math.max(...drawn) <= 625);
});
