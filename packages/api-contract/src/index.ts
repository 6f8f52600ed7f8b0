export * from "./accounts.ts";
export * from "./certificate.ts";
export * from "./institution.ts";
export * from "./problem.ts";
export * from "./report.ts";
export * from "./rule.ts";
export * from "./rule-registry.ts";
