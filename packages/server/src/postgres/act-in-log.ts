import type { RecordedAct } from "../application/act.ts";
import type { InLog } from "../application/ledger/log-store.ts";

export type ActInLog = InLog<RecordedAct>;
