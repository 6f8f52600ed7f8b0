export { RuleDiffPage } from "./diff/rule-diff-page.tsx";
export { FiledVersionPage } from "./filed/filed-version-page.tsx";
export { RulesPage } from "./list/rules-page.tsx";
export { RulePage } from "./version/rule-page.tsx";
export { RuleVersionPage } from "./version/rule-version-page.tsx";
