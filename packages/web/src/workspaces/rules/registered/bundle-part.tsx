/** @jsxImportSource react */

import type { RuleBasis } from "@suzheng/api-contract";
import { Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import type { FiledBundle, VersionName } from "../registry-api.ts";
import { useBundle } from "../use-bundle.ts";
import { words } from "../words.ts";

/** What only the filed bundle holds: the texts of the basis, the executable part, the file. */
export function BundlePart({ name }: { name: VersionName }) {
  const { say } = useLanguage();
  const query = useBundle(name);
  return (
    <ForQuery query={query}>
      {(bundle) => (
        <>
          <section aria-labelledby="basis">
            <h2 id="basis">{say(words.basis)}</h2>
            <ul className="rows">
              {bundle.content.basis.map((basis) => (
                <BasisItem key={basis.number} basis={basis} />
              ))}
            </ul>
          </section>
          <PackTexts bundle={bundle} />
        </>
      )}
    </ForQuery>
  );
}

function BasisItem({ basis }: { basis: RuleBasis }) {
  const { say } = useLanguage();
  const { number, title, issuer, issuedOn, access } = basis;
  return (
    <li>
      <div className="row-main">
        <span>
          <strong>
            <Recorded text={number} />
          </strong>{" "}
          <Recorded text={title} />
        </span>
        <span className="small">
          <Recorded text={issuer} /> {issuedOn}
        </span>
        {access.kind === "obtainable" ? (
          <span>
            <Recorded text={access.how} />
          </span>
        ) : (
          <details>
            <summary>{say(words.fullText)}</summary>
            <p className="text">
              <Recorded text={access.text} />
            </p>
          </details>
        )}
      </div>
    </li>
  );
}

function PackTexts({ bundle }: { bundle: FiledBundle }) {
  const { say } = useLanguage();
  const { pack } = bundle.content;
  if (pack === null) return null;
  return (
    <section aria-labelledby="pack">
      <h2 id="pack">{say(words.pack)}</h2>
      <details>
        <summary>pack.yaml</summary>
        <pre className="raw">
          <Recorded text={pack.pack} />
        </pre>
      </details>
      <details>
        <summary>examples.yaml</summary>
        <pre className="raw">
          <Recorded text={pack.examples} />
        </pre>
      </details>
    </section>
  );
}
