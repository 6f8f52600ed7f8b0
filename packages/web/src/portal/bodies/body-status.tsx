import type { Institution } from "@suzheng/api-contract";
import { useWords } from "../language/use-language.tsx";
import { Icon, type IconName } from "../shell/icon.tsx";

type Status = Institution["status"];

const LOOK: Record<Status, { icon: IconName; like: string }> = {
  active: { icon: "check", like: "valid" },
  suspended: { icon: "pause", like: "suspended" },
  withdrawn: { icon: "cross", like: "withdrawn" },
  cancelled: { icon: "dash", like: "cancelled" },
};

export function BodyStatus(props: { status: Status }) {
  const { t } = useWords();
  const look = LOOK[props.status];
  return (
    <span class={`status status-${look.like}`}>
      <Icon name={look.icon} size={16} /> {t.bodyStatus[props.status]}
    </span>
  );
}
