import { useWords } from "../language/use-language.tsx";
import { Go } from "./go.tsx";
import { usePageTitle } from "./use-page.ts";

export function NotFoundPage() {
  const { t } = useWords();
  usePageTitle(t.shell.notFoundTitle);
  return (
    <div class="narrow page">
      <h1>{t.shell.notFoundTitle}</h1>
      <p class="lead">{t.shell.notFoundDetail}</p>
      <p>{t.shell.notFoundWay}</p>
      <p class="actions">
        <Go to="/" class="button">
          {t.shell.backToSearch}
        </Go>
        <Go to="/verify" class="button button-quiet">
          {t.shell.verify}
        </Go>
      </p>
    </div>
  );
}
