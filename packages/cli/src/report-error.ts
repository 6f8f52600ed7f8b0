import { CodedError } from "@suzheng/server";

/** What went wrong with a command and what to do now, for a person; gives the exit code. */
export function reportError(error: unknown): number {
  if (error instanceof CodedError) {
    const { code, detail, wayOut } = error;
    console.error(`错误 / error [${code}]`);
    console.error(`  ${chineseSentence(detail.zh)}${wayOut.zh}`);
    console.error(`  ${sentence(detail.en)} ${wayOut.en}`.trimEnd());
    return 2;
  }
  console.error("故障 / fault");
  console.error(error);
  return 1;
}

const chineseSentence = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

/** Details are written without a full stop; those that end in a list have one. */
const sentence = (text: string): string => `${text.replace(/\.+$/, "")}.`;
