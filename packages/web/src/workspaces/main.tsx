/** @jsxImportSource react */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Unreachable } from "./api/ask.ts";
import { addressInRememberedLanguage } from "./language/use-language.tsx";
import { workspaceRouter } from "./router.tsx";

const RETRIES_MAX = 2;

const remembered = addressInRememberedLanguage(location.href);
if (remembered !== null) history.replaceState(history.state, "", remembered);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one however often it is asked; only a missing answer may come later.
      retry: (count, error) => error instanceof Unreachable && count < RETRIES_MAX,
      staleTime: 5000,
    },
  },
});

const place = document.getElementById("workspace");
if (place === null) throw new Error("the page has no place for the workspace");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={workspaceRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
