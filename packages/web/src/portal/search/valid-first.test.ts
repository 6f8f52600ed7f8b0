import assert from "node:assert/strict";
import { test } from "node:test";
import type { CertificateSummary } from "@suzheng/api-contract";
import { validFirst } from "./valid-first.ts";

const certificate = (
  status: CertificateSummary["status"],
  issuedOn: string,
): CertificateSummary => ({
  number: `99926Q${issuedOn}`,
  status,
  holderName: "榛葭精密有限公司",
  holderCode: "913500000000000000",
  body: { approvalNumber: "CNCA-R-2099-001", name: "示例认证有限公司", nameEnglish: null },
  itemCode: "A01",
  issuedOn,
  validUntil: "2029-01-01",
});

test("the valid certificates lead, the newest first, then the suspended, then the ended", () => {
  const cancelled = certificate("cancelled", "2026-05-01");
  const expired = certificate("expired", "2020-05-01");
  const older = certificate("valid", "2024-05-01");
  const suspended = certificate("suspended", "2026-06-01");
  const newer = certificate("valid", "2025-05-01");
  assert.deepEqual(validFirst([cancelled, expired, older, suspended, newer]), [
    newer,
    older,
    suspended,
    cancelled,
    expired,
  ]);
});
