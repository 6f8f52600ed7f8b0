export { FiledVersionPage } from "./filed-version-page.tsx";
export { RuleDiffPage } from "./rule-diff-page.tsx";
export { RulePage } from "./rule-page.tsx";
export { RuleVersionPage } from "./rule-version-page.tsx";
export { RulesPage } from "./rules-page.tsx";
