/** @jsxImportSource react */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { JoinPage } from "./join/join-page.tsx";
import { LanguageProvider } from "./language/use-language.tsx";
import { PLACES } from "./places.ts";
import { Appearance } from "./shell/frame/appearance.tsx";
import { NoSuchPlace } from "./shell/no-such-place.tsx";
import { PageFault } from "./shell/page-fault.tsx";
import { notLoaded } from "./shell/page-not-loaded.ts";
import { Shell } from "./shell/shell.tsx";
import { LinkSignIn } from "./sign-in/link-sign-in.tsx";
import { SignInPage } from "./sign-in/sign-in-page.tsx";

const root = createRootRoute({
  component: () => (
    <LanguageProvider>
      <Appearance>
        <Outlet />
      </Appearance>
    </LanguageProvider>
  ),
  notFoundComponent: NoSuchPlace,
  errorComponent: PageFault,
});

const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

const places = PLACES.map(({ path, load }) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(() => load().then((page) => ({ default: page }), notLoaded)),
    errorComponent: PageFault,
  }),
);

const outside = [
  createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignInPage }),
  createRoute({ getParentRoute: () => root, path: "/enter", component: LinkSignIn }),
  createRoute({ getParentRoute: () => root, path: "/join", component: JoinPage }),
];

/** Search parameters are plain text here, as in the portal: `?on=2026-11-22` stays a word. */
export const workspaceRouter = () =>
  createRouter({
    routeTree: root.addChildren([shell.addChildren(places), ...outside]),
    basepath: "/workspace",
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(([, value]) => value !== undefined);
      const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
      return text.size === 0 ? "" : `?${text}`;
    },
    scrollRestoration: true,
  });
