import type { RuleVersion } from "@suzheng/api-contract";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { UnconfirmedChip } from "../shell/chip.tsx";

type Parameter = RuleVersion["parameters"][number];

function shown(parameter: Parameter, t: Words): string {
  const { value } = parameter;
  if (value === true) return t.trace.yes;
  if (value === false) return t.trace.no;
  const units: Record<string, string> = t.rules.units;
  const unit = parameter.unit === null ? "" : ` ${units[parameter.unit] ?? parameter.unit}`;
  return `${typeof value === "object" ? JSON.stringify(value) : String(value)}${unit}`;
}

/** Only values whose source was read in the official text count as confirmed. */
export function ParameterTable(props: { parameters: readonly Parameter[] }) {
  const { t, language } = useWords();
  return (
    <section class="scroll" aria-labelledby="parameters">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.rules.parameter}</th>
            <th scope="col">{t.rules.value}</th>
            <th scope="col">{t.rules.source}</th>
            <th scope="col">{t.rules.confidence}</th>
          </tr>
        </thead>
        <tbody>
          {props.parameters.map((parameter) => (
            <tr key={parameter.id} id={`p-${parameter.id}`}>
              <th scope="row">
                <code>{parameter.id}</code>
              </th>
              <td class="nowrap">{shown(parameter, t)}</td>
              <td>
                {parameter.source}
                {parameter.note && <p class="small">{pick(parameter.note, language)}</p>}
              </td>
              <td class="nowrap">
                {parameter.confidence === "high" ? (
                  t.rulesSection.confidence.high
                ) : (
                  <>
                    <UnconfirmedChip /> {t.rulesSection.confidence[parameter.confidence]}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
