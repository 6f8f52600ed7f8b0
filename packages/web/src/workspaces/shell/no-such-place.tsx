/** @jsxImportSource react */
import { useLanguage } from "../language/use-language.tsx";
import { Alone } from "./alone.tsx";
import { Go } from "./go.tsx";
import { words } from "./words.ts";

export function NoSuchPlace() {
  const { say } = useLanguage();
  return (
    <Alone title={words.noPlaceTitle} lead={words.noPlaceWay}>
      <p>
        <Go to="/">{say(words.home)}</Go>
      </p>
    </Alone>
  );
}
