/** @jsxImportSource react */
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useMay } from "../../../api/session.ts";
import { useLanguage } from "../../../language/use-language.tsx";
import { ConfirmButton } from "../../../shell/confirm-button.tsx";
import { Go } from "../../../shell/go.tsx";
import { FieldFindings } from "../findings.tsx";
import type { Part } from "../part.ts";
import { words } from "../words.ts";
import { PackText } from "./pack-text.tsx";

export function PackPart({ content, change }: Part) {
  const { say } = useLanguage();
  const { pack } = content;
  return (
    <section aria-labelledby="pack-heading">
      <h2 id="pack-heading">{say(words.pack)}</h2>
      <p>{say(words.packLead)}</p>
      <FieldFindings path="pack" />
      {pack === null ? (
        <div className="acts">
          <Button onClick={() => change({ ...content, pack: { pack: "", examples: "" } })}>
            {say(words.addPack)}
          </Button>
        </div>
      ) : (
        <>
          <PackText
            file="pack.yaml"
            path="pack.pack"
            label={say(words.packFile)}
            value={pack.pack}
            change={(text) => change({ ...content, pack: { ...pack, pack: text } })}
          />
          <PackText
            file="examples.yaml"
            path="pack.examples"
            label={say(words.examplesFile)}
            value={pack.examples}
            change={(text) => change({ ...content, pack: { ...pack, examples: text } })}
          />
          <div className="acts">
            <TryOnThePast />
            <ConfirmButton
              label={say(words.removePack)}
              about=""
              title={say(words.removePack)}
              confirmed={() => change({ ...content, pack: null })}
            />
          </div>
        </>
      )}
    </section>
  );
}

/** What is saved is tried, so a change that is not saved yet does not count. */
function TryOnThePast() {
  const { say } = useLanguage();
  const mayTry = useMay()("whatif.run");
  const { rule = "" } = useParams({ strict: false }) as { rule?: string };
  if (!mayTry) return null;
  return (
    <Go to="/what-if" search={{ draft: rule }}>
      {say(words.tryOnThePast)}
    </Go>
  );
}
