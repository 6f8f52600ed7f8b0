/** @jsxImportSource react */
import type { HangingCertificates, RegisteredVersion } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../../language/use-language.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import { REGISTRY_KEY, registry } from "../registry-api.ts";
import { words } from "./words.ts";

/** What a cancellation means for certificates, before and after it. */
export function HangingCertificatesPart({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const { institution, rule } = version;
  const name = { institution, rule, version: version.version };
  const query = useQuery({
    queryKey: [...REGISTRY_KEY, "certificates", name],
    queryFn: () => registry.certificates(name),
  });
  return (
    <section aria-labelledby="certificates">
      <h3 id="certificates">{say(words.certificates)}</h3>
      <ForQuery query={query}>{(hanging) => <Hanging hanging={hanging} />}</ForQuery>
    </section>
  );
}

function Hanging({ hanging }: { hanging: HangingCertificates }) {
  const { say } = useLanguage();
  const { total, items, duties } = hanging;
  return (
    <>
      <p className="small">{say(words.convention)}</p>
      <p>
        {say(total === 0 ? words.noCertificates : words.certificatesTotal(total, items.length))}
      </p>
      <ul className="certificates">
        {items.map(({ number, holderName, validUntil }) => (
          <li key={number}>
            <a href={`/c/${encodeURIComponent(number)}`} target="_blank" rel="noopener">
              {number}
            </a>{" "}
            {holderName} <span className="small">→ {validUntil}</span>
          </li>
        ))}
      </ul>
      {duties.length > 0 && <Duties duties={duties} />}
    </>
  );
}

function Duties({ duties }: Pick<HangingCertificates, "duties">) {
  const { say } = useLanguage();
  return (
    <>
      <h4>{say(words.duties)}</h4>
      <ul className="certificates">
        {duties.map(({ certificate, dueOn, source, confidence }) => (
          <li key={certificate}>
            {say(words.duty)} {certificate} · {say(words.dueOn)} {dueOn ?? say(words.noDue)}{" "}
            <span className="small">
              {source} {confidence !== "high" && say(words.unconfirmed)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
