import { type OrganisationKind, ROLES, Role } from "@suzheng/api-contract";
import { CodedError, invite, type Platform } from "@suzheng/server";
import { Command, Option } from "commander";
import { withPlatform } from "../../local-platform.ts";
import { site } from "../../site.ts";

type InviteOptions = {
  institution: string;
  role: string[];
  name?: string;
  organisationName?: string;
};

const ORGANISATION_ID = /^(regulator|accreditation):[a-z0-9-]{2,60}$/;

function kindOf(id: string): Exclude<OrganisationKind, "certification-body"> {
  const [, prefix] = ORGANISATION_ID.exec(id) ?? [];
  if (prefix === "regulator") return "regulator";
  if (prefix === "accreditation") return "accreditation-body";
  throw new CodedError("organisation-id-malformed", {
    detail: {
      zh: `\`${id}\` 不能作为机构标识。`,
      en: `\`${id}\` cannot be the id of an organisation`,
    },
    wayOut: {
      zh: "用 regulator:<小写字母、数字> 或 accreditation:<小写字母、数字>；认证机构用批准号，不加名称。",
      en: "Use regulator:<lower case> or accreditation:<lower case>; a certification body goes by its approval number, without a name.",
    },
  });
}

const REFUSALS = {
  "organisation-unknown": {
    detail: { zh: "没有这个机构。", en: "there is no such institution" },
    wayOut: {
      zh: "认证机构先用 suzheng institution register 登记；其他机构加上 --organisation-name。",
      en: "Register a body with `suzheng institution register`; for others add --organisation-name.",
    },
  },
  "role-not-for-institution": {
    detail: { zh: "这类机构没有该角色。", en: "institutions of this kind do not have this role" },
    wayOut: {
      zh: "规则管理与质量负责人属于认证机构，备案审查属于监管部门。",
      en: "Rule managers and quality-responsible persons work at certification bodies, reviewers at regulators.",
    },
  },
};

async function inviteOn({ accounts }: Platform, options: InviteOptions): Promise<string> {
  const { institution, role, name = null, organisationName } = options;
  if (organisationName !== undefined) {
    const organisation = { institution, name: organisationName, kind: kindOf(institution) };
    await accounts.organisations.register(organisation, accounts.now());
  }
  const roles = role.map((one) => Role.parse(one));
  const asked = { institution, roles, name, invitedBy: null, origin: site() };
  const invited = await invite(accounts, asked);
  if (invited.outcome === "done") return invited.value.link;
  const { code } = invited;
  if (code === "organisation-unknown" || code === "role-not-for-institution") {
    throw new CodedError(code, REFUSALS[code]);
  }
  throw new Error(`the invitation was refused: ${code}`);
}

async function run(options: InviteOptions): Promise<void> {
  console.log(await withPlatform((platform) => inviteOn(platform, options)));
  console.error(
    "链接只显示这一次，七天内有效，只能用一次 / the link is shown this once; it works once, within seven days",
  );
}

export const userInviteCommand = (): Command =>
  new Command("invite")
    .description("邀请人员到机构 / invite a person to an institution")
    .requiredOption(
      "--institution <id>",
      "批准号，或 regulator:… / approval number or organisation",
    )
    .addOption(
      new Option("--role <role...>", "角色，可多个 / one role or several")
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .option("--name <name>", "姓名，本人可改 / the person's name, theirs to correct")
    .option("--organisation-name <name>", "登记监管部门或认可机构 / registers the organisation")
    .action(run);
