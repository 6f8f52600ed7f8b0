export { CalculatorPage } from "./calculator-page.tsx";
export { CalculatorsPage } from "./calculators-page.tsx";
