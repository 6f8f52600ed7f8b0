import type { Role } from "@suzheng/api-contract";
import {
  addDemoPerson,
  builtPortal,
  connectInstitution,
  type DemoPerson,
  newSignInLink,
  type PlatformOptions,
  serve,
} from "@suzheng/server";
import type { AccountParts } from "../../../packages/server/src/application/accounts/account-parts.ts";
import { invite } from "../../../packages/server/src/application/accounts/members/members.ts";
import { openTestPlatform } from "../../../packages/server/src/testing/test-platform.ts";

export const BODY = "CNCA-R-2026-901";
export const REGULATOR = "regulator:sample-province";

export type Workplace = Awaited<ReturnType<typeof openWorkplace>>;

/**
 * A server under the name that passkeys need, with one invented body and one regulator; its clock
 * is the real one unless another is given.
 */
export async function openWorkplace(clock: Partial<Pick<PlatformOptions, "now">> = {}) {
  const alarm = (message: string) => console.error(message);
  const platform = await openTestPlatform({ ...clock, alarm });
  await connectInstitution(
    { ...platform, submitter: "test" },
    {
      approvalNumber: BODY,
      name: "样例认证有限公司",
      nameEnglish: "Sample Certification Co., Ltd.",
      fields: ["A01", "A02"],
    },
  );
  const regulator = {
    institution: REGULATOR,
    kind: "regulator" as const,
    name: "样例省市场监督管理局",
  };
  await platform.accounts.organisations.register(regulator, platform.now());
  const options = { demo: true, portalFolder: builtPortal(), host: "localhost", port: 0 };
  let server = await serve(platform, options);
  const { url } = server;
  const accounts: AccountParts = { ...platform.accounts, isDemo: () => true };
  return {
    platform,
    url,
    /** Address of a new invitation. */
    async invitation(roles: readonly Role[], institution = BODY): Promise<string> {
      const asked = { institution, roles, name: null, invitedBy: null, origin: url };
      const invited = await invite(accounts, asked);
      if (invited.outcome === "refused") throw new Error(invited.code);
      return `${url}/workspace/join#${invited.value.code}`;
    },
    /** Adds an invented person and gives the link that signs them in once. */
    async signInLink(person: Omit<DemoPerson, "institution">): Promise<string> {
      const added = await addDemoPerson(accounts, { institution: BODY, ...person });
      if (added.outcome === "refused") throw new Error(added.code);
      return `${url}/workspace/enter#${await newSignInLink(accounts, person.signInName)}`;
    },
    /** Ends the server and starts another one at the same address, over the same data. */
    async restart(): Promise<void> {
      await server.close();
      server = await serve(platform, { ...options, port: Number(new URL(url).port) });
    },
    async close(): Promise<void> {
      await server.close();
      await platform.remove();
    },
  };
}
