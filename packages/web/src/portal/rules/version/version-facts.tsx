import type { RuleFile } from "@suzheng/api-contract";
import type { ComponentChildren } from "preact";
import { useCodeLists } from "../../api/code-lists.ts";
import { itemName } from "../../api/code-name.ts";
import { apiPaths, pagePaths } from "../../api/paths.ts";
import { beijingDate } from "../../dates/dates.ts";
import { Local, PackText, Recorded } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { UnconfirmedChip } from "../../shell/chip.tsx";
import { Go } from "../../shell/go.tsx";
import { fileSize } from "../file-size.ts";
import { StandingChip } from "../standing-chip.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import type { ShownBasis, ShownVersion } from "./shown-version.ts";
import { SourceText } from "./source-text.tsx";

function Fact(props: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Codes(props: { codes: readonly string[] }) {
  const { language } = useWords();
  const lists = useCodeLists();
  return (
    <ul class="plain">
      {props.codes.map((code) => (
        <li key={code}>
          <span class="code">{code}</span> {itemName(lists, code, language)}
        </li>
      ))}
    </ul>
  );
}

function Basis(props: { basis: ShownBasis }) {
  const { number, title, issued, access } = props.basis;
  const words = useRuleWords();
  return (
    <li>
      <span class="code">
        <PackText text={number} />
      </span>{" "}
      <Local text={title} />
      {issued && (
        <span class="small">
          {" "}
          · <Recorded text={issued.by} />
          {issued.on && ` · ${issued.on}`}
        </span>
      )}
      {access && (
        <p class="small">
          {access.kind === "full-text" ? (
            words.fullText
          ) : (
            <Recorded text={words.obtainable(access.how)} />
          )}
        </p>
      )}
    </li>
  );
}

/** What only a rule that a body filed tells. */
function FiledFacts(props: { filed: NonNullable<ShownVersion["filed"]> }) {
  const { institution, institutionName, field, updatedOn, mark } = props.filed;
  const words = useRuleWords();
  return (
    <>
      <Fact name={words.body}>
        <Go to={pagePaths.body(institution)}>
          <Recorded text={institutionName} />
        </Go>{" "}
        <span class="number small">{institution}</span>
      </Fact>
      <Fact name={words.fieldOf}>
        <Codes codes={[field]} />
      </Fact>
      {updatedOn && <Fact name={words.updatedOn}>{updatedOn}</Fact>}
      <Fact name={words.mark}>{mark ? <Recorded text={mark} /> : words.noMark}</Fact>
    </>
  );
}

/** Files that were filed with it, each by the hash that the filed bundle holds. */
function Files(props: { rule: ShownVersion; files: readonly RuleFile[] }) {
  const { rule, files } = props;
  const words = useRuleWords();
  if (files.length === 0) return null;
  return (
    <Fact name={words.files}>
      <ul class="plain">
        {files.map((file) => (
          <li key={file.sha256}>
            <a href={apiPaths.filedFile(rule.name, rule.version, file.sha256)} download={file.name}>
              <Recorded text={file.name} />
            </a>{" "}
            <span class="small">
              {fileSize(file.bytes)} · SHA-256 <code class="hash">{file.sha256}</code>
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

type Origin = { origin: ShownVersion["dates"]["issuedOn"]; sources: ShownVersion["sources"] };

/** Where a day is from that was not read in the rule. */
function DateOrigin({ origin, sources }: Origin) {
  if (origin === undefined) return null;
  return (
    <p class="small">
      {origin.confidence !== "high" && <UnconfirmedChip />}{" "}
      <SourceText text={origin.source} sources={sources} />
    </p>
  );
}

/** Who issued it, of what kind and for what, since when, on which basis, by which hash. */
export function VersionFacts(props: { rule: ShownVersion }) {
  const { rule } = props;
  const { t } = useWords();
  const words = useRuleWords();
  const categories: Record<string, string> = words.categories;
  return (
    <dl class="facts">
      <Fact name={t.rules.force}>
        <StandingChip version={rule} today={beijingDate(new Date())} />
        <DateOrigin origin={rule.dates.inForceFrom} sources={rule.sources} />
      </Fact>
      <Fact name={t.rules.issuer}>
        <Local text={rule.issuer} /> · {t.rules.issuedOn} {rule.issuedOn}
        <DateOrigin origin={rule.dates.issuedOn} sources={rule.sources} />
      </Fact>
      <Fact name={words.category}>{categories[rule.category] ?? rule.category}</Fact>
      {rule.filed && <FiledFacts filed={rule.filed} />}
      {rule.itemCodes.length > 0 && (
        <Fact name={words.itemCodes}>
          <Codes codes={rule.itemCodes} />
        </Fact>
      )}
      <Fact name={t.rules.basis}>
        <ul class="plain">
          {rule.basis.map((basis) => (
            <Basis key={basis.number} basis={basis} />
          ))}
        </ul>
      </Fact>
      {rule.filed && <Files rule={rule} files={rule.filed.files} />}
      <Fact name={t.rules.hash}>
        <code class="hash">{rule.contentHash}</code>
        <p class="small">{rule.filed ? words.filedHashNote : t.rules.hashNote}</p>
      </Fact>
    </dl>
  );
}
