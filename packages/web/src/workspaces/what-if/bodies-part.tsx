/** @jsxImportSource react */

import { Checkbox } from "antd";
import { useSession } from "../api/session.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import type { Part } from "./typed-try.ts";
import { words } from "./words.ts";

/** Whose acts: a body its own, which is said; a regulator chooses, and none chosen means all. */
export function BodiesPart({ choices, typed, change }: Part) {
  const { say } = useLanguage();
  const { data: session } = useSession();
  const { institutions } = choices;
  if (session?.actingFor?.kind !== "regulator") {
    return institutions.map(({ approvalNumber, name, entries }) => (
      <p className="small" key={approvalNumber}>
        {say(words.ownActs)} <Recorded text={name} /> · {say(words.entries(entries))}
      </p>
    ));
  }
  return (
    <fieldset className="means what-if-bodies">
      <legend>{say(words.bodies)}</legend>
      <Checkbox.Group
        value={[...typed.institutions]}
        options={institutions.map(({ approvalNumber, name, entries }) => ({
          value: approvalNumber,
          label: <Recorded text={`${name} · ${say(words.entries(entries))}`} />,
        }))}
        onChange={(values) => change({ institutions: values.map(String) })}
      />
    </fieldset>
  );
}
