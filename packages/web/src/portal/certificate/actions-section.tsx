import type { Certificate } from "@suzheng/api-contract";
import { useRef, useState } from "preact/hooks";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { Recorded } from "../language/told-text.tsx";
import { bodyName } from "../language/translated.ts";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";

const COPIED_MS = 2000;

function CopyLink() {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  if (!navigator.clipboard) return null;
  return (
    <button type="button" class="button button-quiet" onClick={copy}>
      <Icon name="link" />{" "}
      <span aria-live="polite">{copied ? t.shell.copied : t.actions.copyLink}</span>
    </button>
  );
}

function ReportProblem(props: { bodyName: string }) {
  const { t } = useWords();
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => sheet.current?.showModal()}>
        <Icon name="flag" /> {t.actions.report}
      </button>
      <dialog ref={sheet} class="sheet" aria-labelledby="report-title">
        <h2 id="report-title">{t.actions.reportTitle}</h2>
        <ol>
          <li>
            <Recorded text={t.actions.reportBody(props.bodyName)} />
          </li>
          <li>{t.actions.reportRegulator}</li>
          <li>{t.actions.reportKeep}</li>
        </ol>
        <p class="small">{t.actions.reportNotHere}</p>
        <form method="dialog">
          <button type="submit" class="button">
            {t.shell.close}
          </button>
        </form>
      </dialog>
    </>
  );
}

export function ActionsSection(props: { certificate: Certificate }) {
  const { t, language } = useWords();
  const { number, body } = props.certificate;
  return (
    <section aria-labelledby="actions-title" class="take-along">
      <h2 id="actions-title">{t.actions.title}</h2>
      <div class="take">
        <img
          class="qr"
          src={pagePaths.qr(number)}
          alt={t.actions.qrAlt(number)}
          width="128"
          height="128"
        />
        <div class="buttons">
          <a
            class="button"
            href={apiPaths.proof(number)}
            download={`${number.replaceAll("/", "-")}.suzheng.json`}
          >
            <Icon name="down" /> {t.actions.downloadProof}
          </a>
          <CopyLink />
          <button type="button" class="button button-quiet" onClick={() => window.print()}>
            <Icon name="print" /> {t.actions.print}
          </button>
          <ReportProblem bodyName={bodyName(body, language)} />
        </div>
      </div>
    </section>
  );
}
