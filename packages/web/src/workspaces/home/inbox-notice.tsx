/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../language/use-language.tsx";
import { duties, INBOX_KEY } from "../obligations/obligations-api.ts";
import { Go } from "../shell/go.tsx";
import { words } from "./words.ts";

const COUNT_ONLY = { waiting: "true", limit: "1" };

/** How much waits unread, for who has an inbox; nothing while that is not known. */
export function InboxNotice() {
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: [...INBOX_KEY, COUNT_ONLY],
    queryFn: () => duties.inbox(COUNT_ONLY),
  });
  if (data === undefined || data.unread === 0) return null;
  return (
    <p className="note">
      <Go to="/inbox">{say(words.unread(data.unread))}</Go>
    </p>
  );
}
