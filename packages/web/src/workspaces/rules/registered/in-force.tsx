/** @jsxImportSource react */
import type { RegisteredVersionSummary } from "@suzheng/api-contract";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "../words.ts";

type Interval = Pick<RegisteredVersionSummary, "inForceFrom" | "inForceUntil">;

/** Half-open: on the last day named it is no longer in force. */
export function InForce({ version }: { version: Interval }) {
  const { say } = useLanguage();
  const { inForceFrom, inForceUntil } = version;
  if (inForceFrom === null) return <>{say(words.notInForce)}</>;
  if (inForceUntil === null) return <>{say(words.since(inForceFrom))}</>;
  return (
    <>
      {inForceFrom} {say(words.until)} {inForceUntil}
    </>
  );
}
