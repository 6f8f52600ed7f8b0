import { useWords } from "../language/use-language.tsx";

type InForce = { inForceFrom: string; inForceUntil: string | null };

export type Force = "current" | "future" | "past";

/** `inForceUntil` is the first day on which it is not in force any more. */
export function forceOn(version: InForce, today: string): Force {
  if (today < version.inForceFrom) return "future";
  return version.inForceUntil !== null && today >= version.inForceUntil ? "past" : "current";
}

export function ForceChip(props: { version: InForce; today: string }) {
  const { t } = useWords();
  const force = forceOn(props.version, props.today);
  return (
    <span class={`force force-${force}`}>
      {t.rules[force]} · {t.rules.inForce(props.version.inForceFrom, props.version.inForceUntil)}
    </span>
  );
}
