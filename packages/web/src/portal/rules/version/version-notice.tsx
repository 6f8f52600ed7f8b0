import type { PublishedVersion, RegisteredRule } from "@suzheng/api-contract";
import { pagePaths } from "../../api/paths.ts";
import { beijingDate } from "../../dates/dates.ts";
import { Recorded } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { Icon } from "../../shell/icon.tsx";
import { useRuleWords } from "../use-rule-words.ts";

type NoticeProps = { version: PublishedVersion; register: RegisteredRule | null };

/** Says first of a version what a reader must not miss: cancelled, superseded, not yet in force. */
export function VersionNotice(props: NoticeProps) {
  const { version, register } = props;
  switch (version.state) {
    case "cancelled":
      return <Cancelled version={version} register={register} />;
    case "superseded":
      return <Superseded version={version} register={register} />;
    default:
      return <NotYet inForceFrom={version.inForceFrom} />;
  }
}

function Cancelled({ version, register }: NoticeProps) {
  const words = useRuleWords();
  const act = register?.history.findLast(
    (item) => item.type === "RuleCancelled" && item.version === version.version,
  );
  return (
    <div class="notice version-notice">
      <p>
        <Icon name="alert" /> {act ? words.cancelledOn(act.occurredOn) : words.states.cancelled}
      </p>
      {act?.reason && (
        <p>
          <Recorded text={words.cancelledFor(act.reason)} />
        </p>
      )}
    </div>
  );
}

function Superseded({ version, register }: NoticeProps) {
  const words = useRuleWords();
  const { institution, rule: id, inForceUntil } = version;
  const next = register?.versions.find(
    (one) => one.inForceFrom !== null && one.inForceFrom === inForceUntil,
  );
  return (
    <div class="notice version-notice">
      <p>
        <Icon name="alert" />{" "}
        {next && inForceUntil ? words.supersededBy(next.version, inForceUntil) : words.superseded}
      </p>
      {next && (
        <p>
          <Go to={pagePaths.versionOf({ institution, id }, next.version)}>
            {words.readThat(next.version)}
          </Go>
        </p>
      )}
    </div>
  );
}

function NotYet({ inForceFrom }: { inForceFrom: string | null }) {
  const words = useRuleWords();
  const { language } = useWords();
  if (inForceFrom === null || inForceFrom <= beijingDate(new Date())) return null;
  return (
    <div class="notice version-notice" lang={language === "zh" ? "zh-CN" : "en"}>
      <p>
        <Icon name="clock" /> {words.notYet(inForceFrom)}
      </p>
    </div>
  );
}
