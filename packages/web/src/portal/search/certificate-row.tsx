import type { CertificateSummary } from "@suzheng/api-contract";
import { useCodeLists } from "../api/code-lists.ts";
import { itemName } from "../api/code-name.ts";
import { pagePaths } from "../api/paths.ts";
import { BodyName, Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { StatusChip } from "../shell/chip.tsx";
import { Go } from "../shell/go.tsx";

type RowProps = {
  certificate: CertificateSummary;
  /** Why it stands in this list, where that is worth saying. */
  note?: string;
};

export function CertificateRow(props: RowProps) {
  const { certificate } = props;
  const { t, language } = useWords();
  const item = itemName(useCodeLists(), certificate.itemCode, language);
  return (
    <li>
      <Go to={pagePaths.certificate(certificate.number)} class="row">
        <StatusChip status={certificate.status} />
        <span class="row-title">
          <Recorded text={certificate.holderName} />
        </span>
        <span class="row-detail small">
          <span class="number">{certificate.number}</span>
          {item && <span>{item}</span>}
          <span>
            <BodyName body={certificate.body} />
          </span>
          <span>{t.search.until(certificate.validUntil)}</span>
          {props.note && <span>{props.note}</span>}
        </span>
      </Go>
    </li>
  );
}
