import { useWords } from "../language/use-language.tsx";
import { STATUS_ICON, StatusChip, type StatusWord, UnconfirmedChip } from "../shell/chip.tsx";
import { Go } from "../shell/go.tsx";
import { useFragment, usePageTitle } from "../shell/use-page.ts";
import { useWitnesses } from "../verify/use-witnesses.ts";

const STATUSES = Object.keys(STATUS_ICON) as StatusWord[]; // keys of a closed record

export function AboutPage() {
  const { t, language } = useWords();
  const witnesses = useWitnesses();
  usePageTitle(t.about.title);
  useFragment(true);
  const witnessed = witnesses === 0 ? t.about.unwitnessed : t.about.witnessed;
  const directory =
    t.about.directoryText + (language === "en" ? " " : "") + (witnesses === null ? "" : witnessed);
  const chapters = [
    [t.about.logTitle, t.about.logText],
    [t.about.directoryTitle, directory],
    [t.about.currencyTitle, t.about.currencyText],
    [t.about.deviceTitle, t.about.deviceText],
    [t.about.privacyTitle, t.about.privacyText],
    [t.about.limitsTitle, t.about.limitsText],
    [t.about.dayTitle, t.about.dayText],
  ];
  return (
    <div class="narrow page prose">
      <h1>{t.about.title}</h1>
      <p class="lead">{t.about.lead}</p>
      {chapters.map(([title, text]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section id="not-found">
        <h2>{t.about.notFoundTitle}</h2>
        <ol>
          <li>{t.about.notFoundNever}</li>
          <li>{t.about.notFoundWithheld}</li>
          <li>{t.about.notFoundIssuer}</li>
        </ol>
      </section>
      <section>
        <h2>{t.about.statusTitle}</h2>
        <dl class="facts">
          {STATUSES.map((status) => (
            <div class="fact" key={status}>
              <dt>
                <StatusChip status={status} />
              </dt>
              <dd>{t.status[`${status}Meaning`]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t.about.unconfirmedTitle}</h2>
        <p>
          <UnconfirmedChip /> {t.about.unconfirmedText}
        </p>
      </section>
      <section>
        <h2>{t.about.developersTitle}</h2>
        <p>
          {t.about.developersText}{" "}
          <a href="/openapi.json" target="_blank" rel="noopener">
            openapi.json
          </a>
        </p>
      </section>
      <p class="actions">
        <Go to="/" class="button">
          {t.shell.search}
        </Go>
        <Go to="/verify" class="button button-quiet">
          {t.shell.verify}
        </Go>
      </p>
    </div>
  );
}
