import type { Finding } from "./source.ts";

/** A size that is over its limit, with the reason. It may shrink, never grow. */
export type Exception = {
  path: string;
  check: string;
  name?: string;
  size: number;
  reason: string;
};

const LIST = "tools/tidy-exceptions.json";

/** Leaves out what an exception excuses; adds what is wrong with the exceptions themselves. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
): Finding[] {
  const open = findings.filter((finding) => {
    const exception = exceptions.find((candidate) => isAbout(candidate, finding));
    return exception === undefined || (finding.size ?? Infinity) > exception.size;
  });
  const stale = exceptions.flatMap((exception) => {
    const message = refuseException(exception, findings);
    return message === undefined ? [] : [{ path: LIST, line: 1, check: "exceptions", message }];
  });
  return [...open, ...stale];
}

function refuseException(exception: Exception, findings: readonly Finding[]): string | undefined {
  const where = [exception.path, exception.check, exception.name ?? ""].join(" ").trim();
  if (exception.reason.trim() === "") return `the exception for ${where} needs a reason`;
  const sizes = findings
    .filter((finding) => isAbout(exception, finding))
    .map((finding) => finding.size ?? 0);
  if (sizes.length === 0) return `the exception for ${where} is not needed any more; remove it`;
  const present = Math.max(...sizes);
  return present < exception.size
    ? `the exception for ${where} has shrunk; set its size to ${present}`
    : undefined;
}

const isAbout = (exception: Exception, finding: Finding): boolean =>
  finding.size !== undefined &&
  exception.path === finding.path &&
  exception.check === finding.check &&
  exception.name === finding.name;
