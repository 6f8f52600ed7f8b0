import { useEffect, useRef } from "preact/hooks";
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { CertificatePage } from "./certificate/certificate-page.tsx";
import type { Language } from "./language/language.ts";
import { LanguageProvider, useWords } from "./language/use-language.tsx";
import type { Words } from "./language/zh.ts";
import { SearchPage } from "./search/search-page.tsx";
import { Footer } from "./shell/footer.tsx";
import { Header } from "./shell/header.tsx";
import { Keyboard } from "./shell/keyboard.tsx";
import { lazyPage } from "./shell/lazy-page.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { OfflineNotice } from "./shell/offline-notice.tsx";
import { wishedField } from "./shell/search-wish.ts";

const VerifyPage = lazyPage(async () => (await import("./verify/verify-page.tsx")).VerifyPage);
const rules = () => import("./rules/rule-pages.ts");
const RulesPage = lazyPage(async () => (await rules()).RulesPage);
const RulePage = lazyPage(async () => (await rules()).RulePage);
const RuleDiffPage = lazyPage(async () => (await rules()).RuleDiffPage);
const FiledVersionPage = lazyPage(async () => (await rules()).FiledVersionPage);
const RuleVersionPage = lazyPage(async () => (await rules()).RuleVersionPage);
const calculators = () => import("./calculators/calculator-pages.ts");
const CalculatorsPage = lazyPage(async () => (await calculators()).CalculatorsPage);
const CalculatorPage = lazyPage(async () => (await calculators()).CalculatorPage);
const BodiesPage = lazyPage(async () => (await import("./bodies/bodies-page.tsx")).BodiesPage);
const BodyPage = lazyPage(async () => (await import("./bodies/body-page.tsx")).BodyPage);
const UploadPage = lazyPage(async () => (await import("./upload/upload-page.tsx")).UploadPage);
const AboutPage = lazyPage(async () => (await import("./about/about-page.tsx")).AboutPage);

/** Focus follows a new page, so that a screen reader reads on from its start. */
function Main() {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else (wishedField() ?? main.current)?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <ErrorBoundary>
        <Router>
          <Route path="/" component={SearchPage} />
          <Route path="/c/:number" component={CertificatePage} />
          <Route path="/verify" component={VerifyPage} />
          <Route path="/rules" component={RulesPage} />
          <Route path="/rules/:id" component={RulePage} />
          <Route path="/rules/:id/diff" component={RuleDiffPage} />
          <Route path="/rules/:id/:version" component={RuleVersionPage} />
          <Route path="/rules/:id/versions/:version" component={RuleVersionPage} />
          <Route path="/rules/:institution/:rule/diff" component={RuleDiffPage} />
          <Route path="/rules/:institution/:rule/:version" component={FiledVersionPage} />
          <Route path="/calculators" component={CalculatorsPage} />
          <Route path="/calculators/:id/:version" component={CalculatorPage} />
          <Route path="/bodies" component={BodiesPage} />
          <Route path="/bodies/:approvalNumber" component={BodyPage} />
          <Route path="/upload" component={UploadPage} />
          <Route path="/about" component={AboutPage} />
          <Route path="/help" component={AboutPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </ErrorBoundary>
    </main>
  );
}

function SkipLink() {
  const { t } = useWords();
  return (
    <a class="skip" href="#main">
      {t.shell.skip}
    </a>
  );
}

export function App(props: { words: { language: Language; t: Words } }) {
  return (
    <LocationProvider>
      <LanguageProvider first={props.words}>
        <SkipLink />
        <OfflineNotice />
        <Header />
        <Main />
        <Footer />
        <Keyboard />
      </LanguageProvider>
    </LocationProvider>
  );
}
