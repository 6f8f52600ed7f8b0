import { useEffect, useState } from "preact/hooks";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "./icon.tsx";

export function OfflineNotice() {
  const { t } = useWords();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener("online", update);
    addEventListener("offline", update);
    return () => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    };
  }, []);
  return (
    <div role="status" class={online ? "unseen" : "offline"}>
      {!online && (
        <div class="wide">
          <Icon name="alert" size={16} /> {t.shell.offline}
        </div>
      )}
    </div>
  );
}
