import assert from "node:assert/strict";
import type { Role } from "@suzheng/api-contract";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { DESK, violations, visitor } from "./browser.ts";
import { BODY, type Workplace } from "./workplace.ts";

/** The browser's own authenticator: it confirms presence and person by itself. */
export async function virtualAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

export type Colleague = Awaited<ReturnType<typeof hire>>;
export type Hire = { name: string; signInName: string; roles: Role[]; institution?: string };

/** Somebody in a browser of their own, who accepts an invitation with a passkey. */
export async function hire(browser: Browser, place: Workplace, person: Hire) {
  const { name, signInName, roles, institution = BODY } = person;
  const visit = await visitor(browser, {
    origin: place.url,
    baseURL: place.url,
    viewport: DESK,
    reducedMotion: "reduce",
  });
  const { page } = visit;
  await virtualAuthenticator(visit.context, page);
  await page.goto(await place.invitation(roles, institution));
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("登录名").fill(signInName);
  await page.getByRole("button", { name: "建立通行密钥并加入" }).click();
  await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
  return visit;
}

/** A session does not outlive the days between two looks; the passkey does. */
export async function signInAgain({ page }: Pick<Colleague, "page">): Promise<void> {
  await page.goto("/workspace");
  await page.getByRole("button", { name: "用通行密钥登录" }).click();
  await page.getByRole("heading", { name: "今天", exact: true }).waitFor();
}

/** Reads the sheet, ticks, confirms with the passkey, and gives the position in the log. */
export async function sign(page: Page, title: string): Promise<number> {
  const sheet = page.getByRole("dialog", { name: title });
  const confirm = sheet.getByRole("button", { name: "用通行密钥签署" });
  await confirm.waitFor();
  assert.ok(await confirm.isDisabled(), "the sheet cannot be confirmed before it is ticked");
  await sheet.getByRole("checkbox").check();
  assert.deepEqual(await violations(page), [], `axe on the sheet ${title}`);
  await confirm.click();
  const recorded = page.getByRole("dialog", { name: "已签署并记入日志" });
  const position = await recorded.getByText(/日志第 \d+ 条/).textContent();
  await recorded.getByRole("button", { name: "关闭" }).click();
  return Number(/\d+/.exec(position ?? "")?.[0]);
}

export async function expectClean(page: Page, what: string): Promise<void> {
  assert.deepEqual(await violations(page), [], `axe on ${what}`);
}
