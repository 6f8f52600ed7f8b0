/** @jsxImportSource react */
import { useNavigate } from "@tanstack/react-router";
import { rememberLanguage } from "../../../portal/language/language.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "../words.ts";

/** The same page in the other language. */
export function LanguageSwitch() {
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const other = language === "zh" ? "en" : "zh";
  const change = () => {
    rememberLanguage(other);
    const lang = other === "en" ? "en" : undefined;
    void navigate({ to: ".", search: (old: object) => ({ ...old, lang }), hash: true });
  };
  return (
    <button type="button" className="plain" lang={other === "zh" ? "zh-CN" : "en"} onClick={change}>
      {say(words.otherLanguage)}
    </button>
  );
}
