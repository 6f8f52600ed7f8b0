import type { Action, LocalText } from "@suzheng/api-contract";
import type { ComponentType } from "react";
import { placeNames } from "./obligations/place-names.ts";
import { words } from "./shell/words.ts";

type Group = "work" | "institution" | "me";

/** An entry of the navigation; `key` follows `g` on the keyboard. */
export type Navigation = { label: LocalText; group: Group; key: string };

export type Place = {
  /** Below /workspace; a part such as `$rule` is read with `useParams({ strict: false })`. */
  path: string;
  /** The page, in a file of its own, loaded when it is first opened. */
  load: () => Promise<ComponentType>;
  navigation?: Navigation;
  /** Any of these lets a person in; none: everybody who is signed in. */
  needs?: readonly Action[];
  /** Only a certification body has this; others are not led there. */
  isOfBodies?: true;
  /** Only who watches over bodies has this. */
  isOfRegulators?: true;
};

/**
 * All pages behind sign-in: whoever adds a console adds its lines here. A page shows one `h1`; the
 * shell gives it landmarks, title bar, language and who is signed in.
 */
export const PLACES: readonly Place[] = [
  {
    path: "/",
    load: async () => (await import("./home/home-page.tsx")).HomePage,
    navigation: { label: words.home, group: "work", key: "h" },
  },
  {
    path: "/rules",
    load: async () => (await import("./rules/rules-page.tsx")).RulesPage,
    navigation: { label: words.rules, group: "work", key: "r" },
    needs: ["rule.read-drafts", "rule.draft", "rule.file"],
  },
  {
    path: "/rules/drafts/$rule",
    load: async () => (await import("./rules/draft/draft-page.tsx")).DraftPage,
    needs: ["rule.read-drafts"],
  },
  {
    path: "/review",
    load: async () => (await import("./review/review-page.tsx")).ReviewPage,
    navigation: { label: words.review, group: "work", key: "v" },
    needs: ["rule.review.take"],
  },
  {
    path: "/bodies",
    load: async () => (await import("./bodies/bodies-page.tsx")).BodiesPage,
    navigation: { label: words.bodies, group: "work", key: "b" },
    needs: ["body.read"],
    isOfRegulators: true,
  },
  {
    path: "/registry/$institution/$rule",
    load: async () => (await import("./rules/registered/rule-page.tsx")).RulePage,
  },
  {
    path: "/registry/$institution/$rule/$version",
    load: async () => (await import("./rules/registered/version-page.tsx")).VersionPage,
  },
  {
    path: "/inbox",
    load: async () => (await import("./obligations/inbox-page.tsx")).InboxPage,
    navigation: { label: placeNames.inbox, group: "work", key: "i" },
    needs: ["obligation.read"],
    isOfBodies: true,
  },
  {
    path: "/obligations",
    load: async () => (await import("./obligations/obligations-page.tsx")).ObligationsPage,
    navigation: { label: placeNames.obligations, group: "work", key: "d" },
    needs: ["obligation.read"],
    isOfBodies: true,
  },
  {
    path: "/tolling",
    load: async () => (await import("./obligations/tolling-page.tsx")).TollingPage,
    navigation: { label: placeNames.tolling, group: "work", key: "t" },
    needs: ["tolling.request", "tolling.approve"],
  },
  {
    path: "/reports",
    load: async () => (await import("./reports/reports-page.tsx")).ReportsPage,
    navigation: { label: words.reports, group: "work", key: "u" },
    needs: ["report.import"],
    isOfBodies: true,
  },
  {
    path: "/what-if",
    load: async () => (await import("./what-if/what-if-page.tsx")).WhatIfPage,
    navigation: { label: placeNames.whatIf, group: "work", key: "w" },
    needs: ["whatif.run"],
  },
  {
    path: "/what-if/$run",
    load: async () => (await import("./what-if/run-page.tsx")).RunPage,
    needs: ["whatif.run"],
  },
  {
    path: "/members",
    load: async () => (await import("./members/members-page.tsx")).MembersPage,
    navigation: { label: words.members, group: "institution", key: "m" },
    needs: ["member.read"],
  },
  {
    path: "/members/sign-ins",
    load: async () => (await import("./members/member-sign-ins-page.tsx")).MemberSignInsPage,
    navigation: { label: words.memberSignIns, group: "institution", key: "a" },
    needs: ["signin-audit.read"],
  },
  {
    path: "/account",
    load: async () => (await import("./account/account-page.tsx")).AccountPage,
    navigation: { label: words.account, group: "me", key: "p" },
  },
  {
    path: "/account/sessions",
    load: async () => (await import("./account/sessions-page.tsx")).SessionsPage,
    navigation: { label: words.sessions, group: "me", key: "s" },
  },
];
