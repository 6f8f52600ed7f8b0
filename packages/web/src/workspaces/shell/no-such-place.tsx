/** @jsxImportSource react */
import { useLanguage } from "../language/use-language.tsx";
import { Go } from "./go.tsx";
import { words } from "./words.ts";

export function NoSuchPlace() {
  const { say } = useLanguage();
  return (
    <main className="alone" id="main">
      <h1>{say(words.noPlaceTitle)}</h1>
      <p>{say(words.noPlaceWay)}</p>
      <p>
        <Go to="/">{say(words.home)}</Go>
      </p>
    </main>
  );
}
