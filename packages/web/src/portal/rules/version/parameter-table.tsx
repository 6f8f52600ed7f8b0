import type { RuleSources, RuleVersion } from "@suzheng/api-contract";
import type { Language } from "../../language/language.ts";
import { Local } from "../../language/told-text.tsx";
import { unitName } from "../../language/unit-name.ts";
import { useWords } from "../../language/use-language.tsx";
import type { Words } from "../../language/zh.ts";
import { UnconfirmedChip } from "../../shell/chip.tsx";
import { SourceText } from "./source-text.tsx";

type Parameter = RuleVersion["parameters"][number];

function shown({ value, unit }: Parameter, t: Words, language: Language): string {
  if (value === null) return t.rules.valueUnknown;
  if (value === true) return t.trace.yes;
  if (value === false) return t.trace.no;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return unit === null ? text : `${text} ${unitName(unit, language)}`;
}

type TableProps = { parameters: readonly Parameter[]; sources: RuleSources };

/** Only values whose source was read in the official text count as confirmed. */
export function ParameterTable(props: TableProps) {
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
              <td class="nowrap">{shown(parameter, t, language)}</td>
              <td>
                <SourceText text={parameter.source} sources={props.sources} />
                {parameter.note && (
                  <p class="small">
                    <Local text={parameter.note} />
                  </p>
                )}
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
