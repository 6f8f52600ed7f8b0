import { AuditTimeInput, type AuditTimeResult, auditTime } from "./audit-time.ts";
import type { Calculation } from "./calculation.ts";
import type { Calculator } from "./calculator-document.ts";
import {
  IntegratedAuditTimeInput,
  type IntegratedAuditTimeResult,
  integratedAuditTime,
} from "./integrated-audit-time.ts";
import { MultiSiteInput, type MultiSiteResult, multiSiteSample } from "./multi-site-sample.ts";
import { TransferInput, type TransferResult, transferEligibility } from "./transfer-eligibility.ts";

export type CalculationResult =
  | AuditTimeResult
  | IntegratedAuditTimeResult
  | MultiSiteResult
  | TransferResult;

/** What each kind of calculator is handed, for whoever describes it to people or programs. */
export const CALCULATION_INPUTS = {
  "audit-time": AuditTimeInput,
  "integrated-audit-time": IntegratedAuditTimeInput,
  "multi-site-sample": MultiSiteInput,
  "transfer-eligibility": TransferInput,
} as const;

/** Runs any calculator; the input is checked. */
export function calculate(calculator: Calculator, input: unknown): Calculation<CalculationResult> {
  switch (calculator.kind) {
    case "audit-time":
      return auditTime(calculator, input);
    case "integrated-audit-time":
      return integratedAuditTime(calculator, input);
    case "multi-site-sample":
      return multiSiteSample(calculator, input);
    case "transfer-eligibility":
      return transferEligibility(calculator, input);
  }
}
