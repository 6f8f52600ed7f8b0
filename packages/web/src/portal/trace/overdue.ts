import type { Trace } from "@suzheng/api-contract";

type Deadline = Trace["deadlines"][number];

/** A step that was missed and has led to the next one, which is overdue by now. */
export function isEscalated(deadline: Deadline, all: readonly Deadline[]): boolean {
  return all.some(
    (other) =>
      other.requirement === deadline.requirement &&
      other.state === "overdue" &&
      other.dueOn > deadline.dueOn,
  );
}

/** What should have been done by now: of each requirement the last step that was missed. */
export function overdueNow(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines.filter(
    (deadline) => deadline.state === "overdue" && !isEscalated(deadline, deadlines),
  );
}
