/** @jsxImportSource react */
import { ROLES, type Role } from "@suzheng/api-contract";
import { Checkbox } from "antd";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { roleNames } from "../shell/words.ts";

const RULE_ROLES: readonly Role[] = ["rule-manager", "quality-responsible"];

type RoleChoice = { label: string; chosen: readonly Role[]; choose: (roles: Role[]) => void };

/** Only the roles that the kind of institution can hold; the server refuses the others. */
export function RoleChoice({ label, chosen, choose }: RoleChoice) {
  const { say } = useLanguage();
  const { data: session } = useSession();
  const isRegulator = session?.actingFor?.kind === "regulator";
  const roles = ROLES.filter((role) =>
    isRegulator ? !RULE_ROLES.includes(role) : role !== "regulator-reviewer",
  );
  return (
    <fieldset className="means">
      <legend>{label}</legend>
      <Checkbox.Group
        value={[...chosen]}
        options={roles.map((role) => ({ value: role, label: say(roleNames[role]) }))}
        onChange={(values) => choose(roles.filter((role) => values.includes(role)))}
      />
    </fieldset>
  );
}
