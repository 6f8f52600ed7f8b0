/** @jsxImportSource react */
import { useLanguage } from "../../../language/use-language.tsx";
import { Field } from "../field.tsx";
import type { Part } from "../part.ts";
import { words } from "../words.ts";

export function CommitmentPart({ content, change }: Part) {
  const { say } = useLanguage();
  return (
    <section>
      <h2>{say(words.commitment)}</h2>
      <Field
        path="commitment"
        label={say(words.commitment)}
        hint={say(words.commitmentHint)}
        rows={3}
        value={content.commitment}
        change={(commitment) => change({ ...content, commitment })}
      />
    </section>
  );
}
