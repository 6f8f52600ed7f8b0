import { CodedError } from "@suzheng/server";

/** What went wrong with a command and what to do now, for a person; gives the exit code. */
export function reportError(error: unknown): number {
  if (error instanceof CodedError) {
    const { code, detail, wayOut } = error;
    console.error(`错误 / error [${code}]`);
    console.error(`  ${detail.zh}${wayOut.zh}`);
    console.error(`  ${sentence(detail.en)} ${sentence(wayOut.en)}`);
    return 2;
  }
  console.error("故障 / fault");
  console.error(error);
  return 1;
}

/** Details are written without a full stop, ways out with and without one. */
function sentence(text: string): string {
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.*$/, "")}.`;
}
