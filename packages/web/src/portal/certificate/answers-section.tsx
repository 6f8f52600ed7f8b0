import type { Act, Certificate } from "@suzheng/api-contract";
import type { ComponentChildren } from "preact";
import { useCodeLists } from "../api/code-lists.ts";
import { pagePaths } from "../api/paths.ts";
import { BodyName, Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import type { Person } from "../trace/group-acts.ts";
import { roleName } from "../trace/role-name.ts";
import { type Auditor, whoAnswers } from "./who-answers.ts";

function Named(props: { people: readonly Person[] | null }) {
  const { t, language } = useWords();
  if (props.people === null) return <span class="absent">{t.answers.notReported}</span>;
  const names = props.people.map(
    ({ name, erased }) => name ?? (erased ? t.answers.nameErased : t.answers.notPublic),
  );
  return <Recorded text={[...new Set(names)].join(language === "zh" ? "、" : ", ")} />;
}

function AuditorRow(props: { auditor: Auditor }) {
  const { t, language } = useWords();
  const lists = useCodeLists();
  const { auditor } = props;
  return (
    <li>
      <span>
        <Recorded
          text={auditor.name ?? (auditor.erased ? t.answers.nameErased : t.answers.nameWithheld)}
        />
      </span>
      <span class="small">
        {roleName(auditor.role, lists, { t, language })}
        {auditor.registrationNumber && ` · ${t.answers.registration(auditor.registrationNumber)}`}
        {` · ${t.answers.audits(auditor.audits)}`}
      </span>
    </li>
  );
}

function Answer(props: { label: string; note?: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>
        {props.label}
        {props.note && <span class="small"> {props.note}</span>}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Everyone who answers for the certificate, and what was not reported or is not public. */
export function AnswersSection(props: { certificate: Certificate; acts: readonly Act[] }) {
  const { t } = useWords();
  const { certificate, acts } = props;
  const who = whoAnswers(acts);
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t.answers.title}</h2>
      <dl class="facts">
        <Answer label={t.answers.body} note={t.answers.bodyNote}>
          <Go to={pagePaths.body(certificate.body.approvalNumber)}>
            <BodyName body={certificate.body} />
          </Go>{" "}
          <span class="code">{certificate.body.approvalNumber}</span>
        </Answer>
        <Answer label={t.answers.signatory} note={t.answers.signatoryNote}>
          <Named people={who.signatory} />
        </Answer>
        <Answer label={t.answers.decisionMaker}>
          <Named people={who.decisionMaker} />
        </Answer>
        <Answer label={t.answers.reviewer}>
          <Named people={who.reviewer} />
        </Answer>
        <Answer label={t.answers.auditors}>
          {who.auditors.length === 0 ? (
            <span class="absent">{t.answers.noAuditors}</span>
          ) : (
            <ul class="plain people">
              {who.auditors.map((auditor, place) => (
                <AuditorRow key={auditor.registrationNumber ?? place} auditor={auditor} />
              ))}
            </ul>
          )}
        </Answer>
      </dl>
      <p class="signature">
        <span class="chip">{t.answers.noSignature}</span> {t.answers.noSignatureNote}
      </p>
    </section>
  );
}
