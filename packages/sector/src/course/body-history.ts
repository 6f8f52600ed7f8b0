import type { Day } from "../calendar.ts";
import type { BodyRun, SectorRow, Task } from "./body-run.ts";
import { noteOverdue } from "./certificate-course.ts";
import { planVisit } from "./plan-visit.ts";
import { reportAudit } from "./report-audit.ts";
import { cancel, change, expire, lapse, suspend, withdraw } from "./status-acts.ts";

/**
 * Plays a body's years day by day and yields what it reports, in the order of the days.
 * Holds the certificates and the tasks ahead, never the rows behind.
 */
export function* playBody(run: BodyRun): Generator<SectorRow, void, undefined> {
  for (let slot = 0; slot <= run.today - run.from; slot++) {
    const tasks = run.agenda[slot];
    if (tasks === undefined) continue;
    // An act may put another on this same day's list; the loop sees it.
    for (let next = 0; next < tasks.length; next++) {
      const task = tasks[next];
      if (task !== undefined) perform(run, task, run.from + slot);
    }
    run.agenda[slot] = undefined;
    const rows = run.rows;
    run.rows = [];
    yield* rows;
  }
}

function perform(run: BodyRun, task: Task, day: Day): void {
  const { line } = task;
  if (line.ended) return;
  switch (task.act) {
    case "plan":
      planVisit(run, task, day);
      break;
    case "report":
      reportAudit(run, line, day);
      break;
    case "suspend":
      suspend(run, line, day);
      break;
    case "withdraw":
      withdraw(run, line, day);
      break;
    case "cancel":
      cancel(run, line, day);
      break;
    case "expire":
      expire(run, line, day);
      break;
    case "lapse":
      lapse(run, line, day);
      break;
    case "change":
      change(run, line, day);
      break;
    case "note-overdue":
      noteOverdue(run, line, day);
      break;
  }
}
