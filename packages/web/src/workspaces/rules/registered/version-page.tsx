/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useLanguage } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import { Page } from "../../shell/page.tsx";
import { DiffPart } from "../diff/diff-part.tsx";
import { REGISTRY_KEY, registry, type VersionName } from "../registry-api.ts";
import { StateChip } from "../state-chip.tsx";
import { rulePath } from "../version-path.ts";
import { words } from "../words.ts";
import { RuleHistory } from "./rule-history.tsx";
import { useRule } from "./rule-page.tsx";
import { VersionActs } from "./version-acts.tsx";
import { VersionContent } from "./version-content.tsx";

/** One version for whoever may see it: the body that filed it, or the reviewer. */
export function VersionPage() {
  const given = useParams({ strict: false }) as Partial<VersionName>;
  const { institution = "", rule = "", version = "" } = given;
  return <Version name={{ institution, rule, version }} />;
}

function Version({ name }: { name: VersionName }) {
  const { say } = useLanguage();
  const query = useQuery({
    queryKey: [...REGISTRY_KEY, "version", name],
    queryFn: () => registry.version(name),
  });
  const rule = useRule(name);
  return (
    <ForQuery query={query}>
      {(version) => (
        <Page
          title={`${say(version.title)} · ${say(words.version)} ${version.version}`}
          lead={`${version.institutionName} · ${version.number}`}
          acts={<StateChip state={version.state} inForceUntil={version.inForceUntil} />}
        >
          <p>
            <Go to={rulePath(name)}>{say(words.allVersions)}</Go>
          </p>
          <VersionActs version={version} />
          <ForQuery query={rule}>
            {({ versions, history }) => (
              <>
                <DiffPart
                  name={name}
                  others={versions.map((one) => one.version).filter((one) => one !== name.version)}
                />
                <RuleHistory items={history.filter((item) => item.version === name.version)} />
              </>
            )}
          </ForQuery>
          <VersionContent version={version} name={name} />
        </Page>
      )}
    </ForQuery>
  );
}
