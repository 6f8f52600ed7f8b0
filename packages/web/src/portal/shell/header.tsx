import { useLocation } from "preact-iso";
import { inLanguage, rememberLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "./go.tsx";

export function Mark() {
  return (
    <svg class="mark" width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M9 24.500V17.500" />
      <circle cx="9" cy="26" r="2" class="mark-solid" />
      <circle cx="9" cy="17" r="2.500" />
      <path d="m9 9.500 5 5L25 4.500" class="mark-check" />
    </svg>
  );
}

function LanguageSwitch() {
  const { t, language } = useWords();
  const { url } = useLocation();
  const other = language === "zh" ? "en" : "zh";
  return (
    <a
      class="language"
      href={inLanguage(url, other)}
      lang={other === "zh" ? "zh-CN" : "en"}
      aria-label={t.shell.otherLanguageLabel}
      onClick={() => rememberLanguage(other)}
    >
      {t.shell.otherLanguage}
    </a>
  );
}

export function Header() {
  const { t } = useWords();
  const { path } = useLocation();
  const places = [
    { to: "/", label: t.shell.search, current: path === "/" || path.startsWith("/c/") },
    { to: "/rules", label: t.shell.rules, current: path.startsWith("/rules") },
    { to: "/bodies", label: t.shell.bodies, current: path.startsWith("/bodies") },
    { to: "/verify", label: t.shell.verify, current: path === "/verify" },
  ];
  return (
    <header class="header">
      <div class="wide header-row">
        <Go to="/" class="brand">
          <Mark />
          <span>{t.shell.name}</span>
        </Go>
        <nav aria-label={t.shell.mainNavigation} class="places">
          {places.map((place) => (
            <Go key={place.to} to={place.to} current={place.current}>
              {place.label}
            </Go>
          ))}
        </nav>
        <LanguageSwitch />
      </div>
    </header>
  );
}
