/** @jsxImportSource react */
import type { RegisteredVersion } from "@suzheng/api-contract";
import { Button } from "antd";
import { useAct } from "../../api/use-act.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { ErrorNotice } from "../../shell/notices.tsx";
import { REGISTRY_KEY, registry } from "../registry-api.ts";
import { words } from "./words.ts";

/** Needs no signature: it binds nobody, it only tells the body to wait. */
export function TakeButton({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const { institution, rule } = version;
  const take = useAct({
    run: () => {
      const name = { institution, rule, version: version.version };
      return registry.act({ act: { act: "begin-review", ...name }, signed: null });
    },
    changes: [REGISTRY_KEY],
  });
  return (
    <div className="stack">
      <p>{say(words.takeNote)}</p>
      <ErrorNotice error={take.error} />
      <div className="acts">
        <Button type="primary" onClick={() => take.mutate()} loading={take.isPending}>
          {say(words.take)}
        </Button>
      </div>
    </div>
  );
}
