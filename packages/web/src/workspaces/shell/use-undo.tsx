/** @jsxImportSource react */
import { App } from "antd";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

const UNDO_SECONDS = 8;

/** Says what was done and offers to take it back for a while. */
export function useUndo(): (done: string, undo: () => void) => void {
  const { message } = App.useApp();
  const { say } = useLanguage();
  return (done, undo) => {
    const key = crypto.randomUUID();
    const takeBack = () => {
      message.destroy(key);
      undo();
    };
    const content = (
      <>
        {done}{" "}
        <button type="button" className="plain" onClick={takeBack}>
          {say(words.undo)}
        </button>
      </>
    );
    message.open({ key, type: "success", content, duration: UNDO_SECONDS });
  };
}
