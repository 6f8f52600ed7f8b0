/** @jsxImportSource react */
import { useState } from "react";
import { useLanguage } from "../../../language/use-language.tsx";
import { fieldNames } from "../../words.ts";
import { Field } from "../field.tsx";
import type { Part } from "../part.ts";
import { words } from "../words.ts";

const codesOf = (typed: string) => typed.split(/[\s,，、;；]+/).filter((code) => code !== "");

/** Typed as one line; the separators under one's fingers stay while typing. */
export function ItemCodesField({ content, change }: Part) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState(content.itemCodes.join(", "));
  const isSame = codesOf(typed).join() === content.itemCodes.join();
  return (
    <Field
      path="itemCodes"
      label={say(fieldNames.itemCodes)}
      hint={say(words.itemCodesHint)}
      value={isSame ? typed : content.itemCodes.join(", ")}
      change={(text) => {
        setTyped(text);
        change({ ...content, itemCodes: codesOf(text) });
      }}
    />
  );
}
