import type { Certificate } from "@suzheng/api-contract";
import type { ComponentChildren } from "preact";
import { useCodeLists } from "../api/code-lists.ts";
import { codeName, itemName } from "../api/code-name.ts";
import { pagePaths } from "../api/paths.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";

export function Fact(props: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Lines(props: { lines: readonly string[] }) {
  if (props.lines.length === 1) return <Recorded text={props.lines[0] ?? ""} />;
  return (
    <ul class="plain">
      {props.lines.map((line) => (
        <li key={line}>
          <Recorded text={line} />
        </li>
      ))}
    </ul>
  );
}

function Related(props: { numbers: readonly string[] }) {
  return (
    <ul class="plain">
      {props.numbers.map((number) => (
        <li key={number}>
          <Go to={pagePaths.certificate(number)} class="number">
            {number}
          </Go>
        </li>
      ))}
    </ul>
  );
}

export function CoversSection(props: { certificate: Certificate }) {
  const { certificate } = props;
  const { t, language } = useWords();
  const lists = useCodeLists();
  const item = itemName(lists, certificate.itemCode, language);
  const marks = certificate.accreditationMarks.map((code) =>
    codeName(lists, { list: "accreditationMark", code, language }),
  );
  const { holder } = certificate;
  const { mainCertificateNumber: main, childCertificateNumbers: children } = certificate;
  return (
    <section aria-labelledby="covers-title">
      <h2 id="covers-title">{t.covers.title}</h2>
      <dl class="facts">
        <Fact label={t.covers.scope}>
          <Recorded text={certificate.scope} />
        </Fact>
        <Fact label={t.covers.standards}>
          <Lines lines={certificate.standards} />
        </Fact>
        <Fact label={t.covers.item}>
          {item ?? ""} <span class="code">{certificate.itemCode}</span>
        </Fact>
        <Fact label={t.covers.sites}>
          {certificate.sites.length > 0 ? <Lines lines={certificate.sites} /> : t.covers.noSites}
        </Fact>
        <Fact label={t.covers.addresses}>
          <Lines lines={holder.addresses} />
        </Fact>
        <Fact label={t.covers.code}>
          <span class="number">{holder.code}</span>
        </Fact>
        {holder.headcountCovered !== null && (
          <Fact label={t.covers.headcount}>
            {t.covers.people(holder.headcountCovered.toLocaleString("en"))}
          </Fact>
        )}
        {certificate.firstCertifiedOn && (
          <Fact label={t.covers.first}>{certificate.firstCertifiedOn}</Fact>
        )}
        <Fact label={t.covers.counts}>
          {t.covers.countsText(certificate.surveillanceCount, certificate.recertificationCount)}
        </Fact>
        <Fact label={t.covers.marks}>
          {marks.length > 0 ? marks.join(language === "zh" ? "、" : ", ") : t.covers.noMarks}
        </Fact>
        {main && (
          <Fact label={t.covers.main}>
            <Related numbers={[main]} />
          </Fact>
        )}
        {children.length > 0 && (
          <Fact label={t.covers.children}>
            <Related numbers={children} />
          </Fact>
        )}
      </dl>
    </section>
  );
}
