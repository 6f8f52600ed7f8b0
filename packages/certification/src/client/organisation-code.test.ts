import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  isOrganisationCode,
  isUscc,
  isUsccShaped,
  organisationCheckCharacter,
  organisationKey,
  usccCheckCharacter,
} from "./organisation-code.ts";

const KNOWN = ["91350100M000100Y43", "91110108551385082Q"];
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

for (const code of KNOWN) {
  test(`${code} is a unified social credit code`, () => {
    assert.ok(isUscc(code));
  });

  test(`${code} with any one character changed is not`, () => {
    for (let i = 0; i < 18; i += 1) {
      const characters = i >= 2 && i <= 7 ? ALPHABET.slice(0, 10) : ALPHABET;
      for (const other of characters) {
        if (other === code.charAt(i)) continue;
        assert.ok(!isUscc(code.slice(0, i) + other + code.slice(i + 1)), `position ${i + 1}`);
      }
    }
  });
}

test("R is part of the alphabet and I, O, S, V, Z are not", () => {
  const first17 = "91350100MR0010RYR";
  assert.ok(isUscc(first17 + usccCheckCharacter(first17)));
  for (const letter of "IOSVZ") assert.ok(!isUsccShaped(`9135010${letter}M000100Y4`), letter);
  for (const letter of "IOSVZ") assert.ok(!isUsccShaped(`91350100M0001${letter}0Y43`), letter);
});

test("every generated code checks out, whatever its check character", () => {
  const characters = fc.constantFrom(...ALPHABET);
  const digits = fc.constantFrom(..."0123456789");
  const codes = fc.tuple(
    fc.array(characters, { minLength: 2, maxLength: 2 }),
    fc.array(digits, { minLength: 6, maxLength: 6 }),
    fc.array(characters, { minLength: 9, maxLength: 9 }),
  );
  fc.assert(
    fc.property(codes, (parts) => {
      const first17 = parts.flat().join("");
      assert.ok(isUscc(first17 + usccCheckCharacter(first17)));
    }),
  );
});

test("the organisation code inside a unified social credit code has its own check character", () => {
  assert.ok(isOrganisationCode("551385082"));
  assert.ok(isOrganisationCode("55138508-2"));
  assert.ok(!isOrganisationCode("551385083"));
  assert.equal(organisationCheckCharacter("M000100Y"), "4");
});

test("both codes of an organisation lead to the same key", () => {
  assert.equal(organisationKey("91110108551385082Q"), "551385082");
  assert.equal(organisationKey("55138508-2"), "551385082");
  assert.equal(organisationKey("551385082"), "551385082");
  assert.equal(organisationKey("HRB12345"), "HRB12345");
});
