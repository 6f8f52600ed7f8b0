import { render } from "preact";
import { App } from "./app.tsx";
import { languageOf, rememberedLanguage } from "./language/language.ts";
import { loadWords } from "./language/use-language.tsx";
import { keepForOffline } from "./offline/keep-for-offline.ts";

const root = document.getElementById("portal");
const words = await loadWords(languageOf(location.search, rememberedLanguage()));
// What stood there until now would stay beside the page.
root?.replaceChildren();
if (root) render(<App words={words} />, root);
keepForOffline();
