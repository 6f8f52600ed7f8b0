import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Sending, sendFiles } from "../../portal/upload/send-files.ts";
import { ProblemError, Unreachable } from "../api/ask.ts";
import { REPORTS_KEY } from "./reports-api.ts";

type Order = { files: readonly File[]; dryRun: boolean };

/** Sending files with its progress; `accepted` gets the run's id. */
export function useSending(accepted: (id: string) => void) {
  const client = useQueryClient();
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isStopped, setStopped] = useState(false);
  const sending = useRef<Sending | null>(null);
  const send = async (order: Order) => {
    setError(null);
    setStopped(false);
    setPercent(0);
    const all = { token: null, allOrNothing: false, onProgress: setPercent };
    sending.current = sendFiles({ ...order, ...all });
    const sent = await sending.current.done;
    setPercent(null);
    if (sent.state === "accepted") accepted(sent.run.id);
    if (sent.state === "problem") setError(new ProblemError(sent.problem));
    if (sent.state === "unreachable") setError(new Unreachable("no answer"));
    setStopped(sent.state === "stopped");
    await client.invalidateQueries({ queryKey: REPORTS_KEY });
  };
  return { percent, error, isStopped, send, stop: () => sending.current?.stop() };
}
