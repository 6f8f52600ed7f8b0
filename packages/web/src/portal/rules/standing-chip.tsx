import { useWords } from "../language/use-language.tsx";
import { type Standing, type StandingVersion, standingOf } from "./standing-of.ts";
import { useRuleWords } from "./use-rule-words.ts";

const LOOK: Record<Standing, "current" | "future" | "past"> = {
  current: "current",
  replaced: "current",
  future: "future",
  superseded: "past",
  ended: "past",
  cancelled: "past",
};

/** How a version stands on a day, in words, with the days on which it is in force. */
export function StandingChip(props: { version: StandingVersion; today: string }) {
  const { version } = props;
  const { t } = useWords();
  const words = useRuleWords();
  const standing = standingOf(version, props.today);
  const inForce = version.isJudgedFrom ? t.rules.judgedFrom : t.rules.inForce;
  return (
    <span class={`standing standing-${LOOK[standing]}`}>
      {words.standingOn[standing]} · {inForce(version.inForceFrom, version.inForceUntil)}
    </span>
  );
}
