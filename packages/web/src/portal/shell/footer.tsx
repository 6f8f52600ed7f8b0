import { apiPaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { inLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "./go.tsx";

export type About = { name: string; version: string; demo: boolean; origin: string };

export function Footer() {
  const { t, language } = useWords();
  const about = useAnswer<About>(apiPaths.about);
  const known = about.state === "ready" ? about.value : null;
  return (
    <footer class="footer">
      <div class="wide">
        {known?.demo && <p class="demo">{t.shell.demo}</p>}
        <nav aria-label={t.shell.footNavigation} class="foot-places">
          <Go to="/calculators">{t.shell.calculators}</Go>
          <Go to="/about">{t.shell.about}</Go>
          <Go to="/upload">{t.shell.upload}</Go>
          {/* `_top`: the portal's router leaves it to the browser. */}
          <a href={inLanguage("/workspace", language)} target="_top">
            {t.shell.workspace}
          </a>
          <a href="/openapi.json" target="_blank" rel="noopener">
            API
          </a>
        </nav>
        <p class="small">
          {t.shell.tagline}
          {known && <> · {t.shell.version(known.version)}</>}
        </p>
      </div>
    </footer>
  );
}
