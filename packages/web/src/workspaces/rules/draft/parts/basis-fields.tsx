/** @jsxImportSource react */
import type { RuleBasis } from "@suzheng/api-contract";
import { Button, Radio } from "antd";
import { useLanguage } from "../../../language/use-language.tsx";
import { Field } from "../field.tsx";
import { FieldFindings } from "../findings.tsx";
import { words } from "../words.ts";
import { TextFile } from "./text-file.tsx";

type BasisFields = {
  basis: RuleBasis;
  at: number;
  change: (basis: RuleBasis) => void;
  remove: () => void;
};

export function BasisFields({ basis, at, change, remove }: BasisFields) {
  const { say } = useLanguage();
  const path = `basis.${at}`;
  return (
    <>
      <div className="fields">
        <Field
          path={`${path}.number`}
          label={say(words.basisNumber)}
          value={basis.number}
          change={(number) => change({ ...basis, number })}
        />
        <Field
          path={`${path}.title`}
          label={say(words.basisTitle)}
          value={basis.title}
          change={(title) => change({ ...basis, title })}
        />
        <Field
          path={`${path}.issuer`}
          label={say(words.basisIssuer)}
          value={basis.issuer}
          change={(issuer) => change({ ...basis, issuer })}
        />
        <Field
          path={`${path}.issuedOn`}
          type="date"
          label={say(words.basisIssuedOn)}
          value={basis.issuedOn ?? ""}
          change={(day) => change({ ...basis, issuedOn: day === "" ? null : day })}
        />
        <Access basis={basis} change={change} path={path} />
      </div>
      <FieldFindings path={path} />
      <div className="acts">
        <Button aria-label={`${say(words.removeClause)} ${basis.number}`} onClick={remove}>
          {say(words.removeClause)}
        </Button>
      </div>
    </>
  );
}

type Access = { basis: RuleBasis; change: (basis: RuleBasis) => void; path: string };

function Access({ basis, change, path }: Access) {
  const { say } = useLanguage();
  const { access } = basis;
  const setText = (text: string) => change({ ...basis, access: { kind: "full-text", text } });
  const setHow = (how: string) => change({ ...basis, access: { kind: "obtainable", how } });
  return (
    <div className="field field-wide">
      <Radio.Group
        aria-label={say(words.access)}
        value={access.kind}
        onChange={({ target }) => (target.value === "full-text" ? setText("") : setHow(""))}
        options={[
          { value: "obtainable", label: say(words.obtainable) },
          { value: "full-text", label: say(words.fullText) },
        ]}
      />
      {access.kind === "full-text" ? (
        <>
          <Field
            path={`${path}.access.text`}
            label={say(words.fullText)}
            rows={4}
            value={access.text}
            change={setText}
          />
          <TextFile label={say(words.upload)} read={setText} />
        </>
      ) : (
        <Field
          path={`${path}.access.how`}
          label={say(words.how)}
          isWide
          value={access.how}
          change={setHow}
        />
      )}
      <FieldFindings path={`${path}.access`} />
    </div>
  );
}
