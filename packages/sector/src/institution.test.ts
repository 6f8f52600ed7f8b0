import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { certificatesPerBody, inventedInstitution } from "./institution.ts";

test("certificates are shared out completely and no body goes without", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(5_000), (bodies, more) => {
      const shares = certificatesPerBody(bodies, bodies + more);
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        bodies + more,
      );
      assert.ok(shares.every((share) => share >= 1));
    }),
  );
});

test("no two bodies of the largest sector share a name", () => {
  const names = Array.from({ length: 799 }, (_, index) => inventedInstitution(index).name);
  assert.equal(new Set(names).size, 799);
});
