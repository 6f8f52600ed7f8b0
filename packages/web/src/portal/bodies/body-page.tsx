import type { CertificateSummary, Institution } from "@suzheng/api-contract";
import { useRoute } from "preact-iso";
import { useCodeLists } from "../api/code-lists.ts";
import { itemName } from "../api/code-name.ts";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { usePages } from "../api/use-pages.ts";
import { beijingMinute } from "../dates/dates.ts";
import { BodyName, Recorded } from "../language/told-text.tsx";
import { bodyName } from "../language/translated.ts";
import { useWords } from "../language/use-language.tsx";
import { CertificateRow } from "../search/certificate-row.tsx";
import { validFirst } from "../search/valid-first.ts";
import { Go } from "../shell/go.tsx";
import { ForAnswer, Skeleton, Unreachable } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { useWitnesses } from "../verify/use-witnesses.ts";
import { BodyStatus } from "./body-status.tsx";
import { CertificateStanding } from "./certificate-standing.tsx";

function BodyFacts(props: { body: Institution }) {
  const { body } = props;
  const { t, language } = useWords();
  const lists = useCodeLists();
  const joint = language === "zh" ? "、" : ", ";
  const fields = body.fields.map((code) =>
    `${code} ${itemName(lists, code, language) ?? ""}`.trim(),
  );
  const rows: [string, string][] = [
    [t.bodies.fields, fields.join(joint) || "–"],
    [t.bodies.branches, body.branches.join(joint) || t.bodies.noBranches],
    [t.bodies.connectedAt, beijingMinute(body.connectedAt)],
    [
      t.bodies.lastReportedAt,
      body.lastReportedAt ? beijingMinute(body.lastReportedAt) : t.bodies.neverReported,
    ],
  ];
  return (
    <dl class="facts">
      <div class="fact">
        <dt>{t.bodies.status}</dt>
        <dd>
          <BodyStatus status={body.status} />
        </dd>
      </div>
      {rows.map(([label, value]) => (
        <div class="fact" key={label}>
          <dt>{label}</dt>
          <dd>
            <Recorded text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TheirCertificates(props: { approvalNumber: string }) {
  const { t } = useWords();
  const pages = usePages<CertificateSummary>(
    apiPaths.certificates({ body: props.approvalNumber }),
    validFirst,
  );
  return (
    <section aria-labelledby="theirs-title">
      <h2 id="theirs-title">{t.bodies.theirCertificates}</h2>
      {pages.state === "loading" && pages.items.length === 0 && <Skeleton lines={6} />}
      {pages.state === "unreachable" && <Unreachable retry={pages.more} />}
      {pages.state === "ready" && pages.items.length === 0 && (
        <p class="absent">{t.bodies.noCertificates}</p>
      )}
      {pages.items.length > 0 && (
        <>
          <p>
            <Go to={`/?body=${encodeURIComponent(props.approvalNumber)}`}>
              {t.bodies.searchTheirs}
            </Go>
          </p>
          <ul class="rows">
            {pages.items.map((item) => (
              <CertificateRow key={item.number} certificate={item} />
            ))}
          </ul>
        </>
      )}
      {pages.hasMore && (
        <button type="button" class="button button-quiet" onClick={pages.more}>
          {t.shell.more}
        </button>
      )}
    </section>
  );
}

function LogNote() {
  const { t, language } = useWords();
  const witnesses = useWitnesses() ?? 0;
  return (
    <p class="small">
      {t.bodies.logNote}
      {language === "en" && " "}
      {witnesses > 0 && t.bodies.witnessed}
    </p>
  );
}

export function BodyPage() {
  const { t, language } = useWords();
  const approvalNumber = useRoute().params.approvalNumber ?? "";
  const answer = useAnswer<Institution>(apiPaths.institution(approvalNumber));
  usePageTitle(answer.state === "ready" ? bodyName(answer.value, language) : approvalNumber);
  return (
    <div class="narrow page">
      <p class="crumb">
        <Go to="/bodies">{t.bodies.title}</Go>
      </p>
      {answer.state !== "ready" && <h1>{approvalNumber}</h1>}
      <ForAnswer answer={answer}>
        {(body) => (
          <>
            <h1>
              <BodyName body={body} />
            </h1>
            <p class="lead">
              {t.bodies.approvalNumber} <span class="number">{body.approvalNumber}</span>
            </p>
            <BodyFacts body={body} />
            <CertificateStanding approvalNumber={body.approvalNumber} />
            <LogNote />
            <p>
              <Go to={pagePaths.rules({ issuer: body.approvalNumber, filed: "true", on: "any" })}>
                {t.bodies.theirRules}
              </Go>
            </p>
            <TheirCertificates approvalNumber={body.approvalNumber} />
          </>
        )}
      </ForAnswer>
    </div>
  );
}
