/** @jsxImportSource react */
import type { RegisteredRule } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMay, useSession } from "../../api/session.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { ForQuery } from "../../shell/notices.tsx";
import { Page } from "../../shell/page.tsx";
import { REGISTRY_KEY, registry } from "../registry-api.ts";
import { StateChip } from "../state-chip.tsx";
import { versionPath } from "../version-path.ts";
import { words } from "../words.ts";
import { InForce } from "./in-force.tsx";
import { NewVersionButton } from "./new-version-button.tsx";
import { RuleHistory } from "./rule-history.tsx";

type Named = { institution: string; rule: string };

export const useRule = (name: Named) =>
  useQuery({
    queryKey: [...REGISTRY_KEY, "rule", name.institution, name.rule],
    queryFn: () => registry.rule(name),
  });

export function RulePage() {
  const { institution = "", rule = "" } = useParams({ strict: false }) as Partial<Named>;
  const query = useRule({ institution, rule });
  return <ForQuery query={query}>{(known) => <Known rule={known} />}</ForQuery>;
}

function Known({ rule }: { rule: RegisteredRule }) {
  const { say } = useLanguage();
  const may = useMay();
  const { data: session } = useSession();
  const isOwn = session?.actingFor?.institution === rule.institution;
  const newest = rule.versions.at(-1);
  return (
    <Page
      title={newest ? newest.title : rule.rule}
      lead={`${rule.institutionName} · ${rule.rule}`}
      acts={
        isOwn && may("rule.draft") && newest && <NewVersionButton name={rule} newest={newest} />
      }
    >
      <section aria-labelledby="versions">
        <h2 id="versions">{say(words.versions)}</h2>
        <ul className="rows">
          {[...rule.versions].reverse().map((version) => (
            <li key={version.version}>
              <div className="row-main">
                <Go to={versionPath({ ...rule, version: version.version })}>
                  {say(words.version)} {version.version}
                </Go>
                <span className="small">
                  {version.number} · {say(words.inForce)} <InForce version={version} />
                </span>
              </div>
              <StateChip state={version.state} inForceUntil={version.inForceUntil} />
            </li>
          ))}
        </ul>
      </section>
      <RuleHistory items={rule.history} />
    </Page>
  );
}
