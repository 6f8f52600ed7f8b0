/** @jsxImportSource react */
import type { RuleBasis } from "@suzheng/api-contract";
import { Button } from "antd";
import { useLanguage } from "../../../language/use-language.tsx";
import { Empty } from "../../../shell/notices.tsx";
import { FieldFindings } from "../findings.tsx";
import type { Part } from "../part.ts";
import { placed } from "../placed.ts";
import { words } from "../words.ts";
import { BasisFields } from "./basis-fields.tsx";

const EMPTY: RuleBasis = {
  number: "",
  title: "",
  issuer: "",
  issuedOn: null,
  access: { kind: "obtainable", how: "" },
};

export function BasisPart({ content, change }: Part) {
  const { say } = useLanguage();
  const { basis } = content;
  const put = (next: RuleBasis[]) => change({ ...content, basis: next });
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">{say(words.basis)}</h2>
      <FieldFindings path="basis" />
      {basis.length === 0 && <Empty title={say(words.basisEmpty)} way={say(words.basisEmptyWay)} />}
      <ol className="clause-forms">
        {placed(basis).map(({ item: one, at }) => (
          <li key={at}>
            <BasisFields
              basis={one}
              at={at}
              change={(next) => put(basis.with(at, next))}
              remove={() => put(basis.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
      <div className="acts">
        <Button onClick={() => put([...basis, EMPTY])}>{say(words.addBasis)}</Button>
      </div>
    </section>
  );
}
