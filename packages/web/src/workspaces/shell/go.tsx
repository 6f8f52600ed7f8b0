/** @jsxImportSource react */
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../language/use-language.tsx";

type Go = {
  /** Path below /workspace, such as `/rules`. */
  to: string;
  search?: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A link inside the workspace that keeps the language. */
export function Go({ to, search, ...rest }: Go) {
  const { language } = useLanguage();
  return (
    <Link
      to={to}
      search={{ ...search, ...(language === "en" && { lang: "en" }) }}
      activeOptions={{ exact: true, includeSearch: false }}
      {...rest}
    />
  );
}

type GoTo = (to: string, search?: Record<string, string>, options?: { replace: boolean }) => void;

export function useGo(): GoTo {
  const { language } = useLanguage();
  const navigate = useNavigate();
  return (to, search, options) => {
    const spoken = { ...search, ...(language === "en" && { lang: "en" }) };
    void navigate({ to, search: spoken, ...options });
  };
}
