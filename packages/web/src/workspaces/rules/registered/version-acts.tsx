/** @jsxImportSource react */
import type { RegisteredVersion, RuleState } from "@suzheng/api-contract";
import type { ReactNode } from "react";
import { useMay, useSession } from "../../api/session.ts";
import { useLanguage } from "../../language/use-language.tsx";
import { CancelForm } from "./cancel-form.tsx";
import { HangingCertificatesPart } from "./hanging-certificates-part.tsx";
import { PublishForm } from "./publish-form.tsx";
import { ReturnedNote } from "./returned-note.tsx";
import { ReviewForm } from "./review-form.tsx";
import { TakeButton } from "./take-button.tsx";
import { words } from "./words.ts";

const PUBLISHABLE: readonly RuleState[] = ["filed", "accepted"];

/** The steps open to this person at this state; the server decides again. */
export function VersionActs({ version }: { version: RegisteredVersion }) {
  const { say } = useLanguage();
  const may = useMay();
  const { data: session } = useSession();
  const isOwn = session?.actingFor?.institution === version.institution;
  const { state } = version;
  const acts: ReactNode[] = [];
  if (isOwn && state === "returned" && may("rule.draft")) {
    acts.push(<ReturnedNote key="returned" rule={version.rule} />);
  }
  if (isOwn && PUBLISHABLE.includes(state) && may("rule.publish")) {
    acts.push(<PublishForm key="publish" version={version} />);
  }
  if (state === "filed" && may("rule.review.take")) {
    acts.push(<TakeButton key="take" version={version} />);
  }
  if (state === "under-review" && (may("rule.review.return") || may("rule.review.accept"))) {
    acts.push(<ReviewForm key="review" version={version} />);
  }
  if (isOwn && state !== "cancelled" && may("rule.cancel")) {
    acts.push(<CancelForm key="cancel" version={version} />);
  }
  if (isOwn && state === "cancelled") {
    acts.push(<HangingCertificatesPart key="certificates" version={version} />);
  }
  return (
    <section aria-labelledby="next">
      <h2 id="next">{say(words.next)}</h2>
      {acts.length === 0 ? <p>{say(words.nothing)}</p> : acts}
    </section>
  );
}
