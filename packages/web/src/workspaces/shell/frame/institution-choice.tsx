/** @jsxImportSource react */

import type { Session } from "@suzheng/api-contract";
import { Select } from "antd";
import { Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { useActFor } from "../use-act-for.ts";
import { roleNames, words } from "../words.ts";

/** Whom the person acts for; a choice only when there is one. */
export function InstitutionChoice({ session }: { session: Session }) {
  const { say, list } = useLanguage();
  const actFor = useActFor();
  const { actingFor, memberships } = session;
  if (memberships.length === 0) return null;
  const roles = list((actingFor?.roles ?? []).map((role) => roleNames[role]));
  if (memberships.length === 1) {
    return (
      <p className="acting">
        <strong>
          <Recorded text={actingFor?.name ?? memberships[0]?.name ?? ""} />
        </strong>
        <span className="small">{roles}</span>
      </p>
    );
  }
  return (
    <div className="acting">
      <Select
        aria-label={say(words.actingFor)}
        value={actingFor?.institution ?? null}
        placeholder={say(words.actingFor)}
        options={memberships.map(({ institution, name }) => ({ value: institution, label: name }))}
        onChange={(institution: string) => actFor.mutate(institution)}
        loading={actFor.isPending}
        popupMatchSelectWidth={false}
      />
      <span className="small">{roles}</span>
    </div>
  );
}
