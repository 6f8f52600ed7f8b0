import type { ImportSummary } from "@suzheng/api-contract";

export type Progress = { summary: ImportSummary; bytesDone: number; bytesTotal: number };

const WIDTH = 24;
const EVERY_MS = 150;
/** Rows are still being recorded after the last byte was read. */
const SHARE_MAX = 0.99;

export const shareOf = ({ bytesDone, bytesTotal }: Omit<Progress, "summary">): number =>
  bytesTotal === 0 ? 0 : Math.min(SHARE_MAX, bytesDone / bytesTotal);

/** One line that is rewritten; nothing where nobody is watching. */
export function progressBar(quiet: boolean): { show(progress: Progress): void; end(): void } {
  const watched = !quiet && process.stderr.isTTY === true;
  let last = 0;
  return {
    show({ summary, bytesDone, bytesTotal }) {
      const now = Date.now();
      if (!watched || now - last < EVERY_MS) return;
      last = now;
      const share = shareOf({ bytesDone, bytesTotal });
      const filled = Math.round(share * WIDTH);
      const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
      const percent = `${Math.floor(share * 100)}%`.padStart(4);
      const rejected = summary.rejected > 0 ? ` · 退回 ${summary.rejected}` : "";
      process.stderr.write(`\r${bar} ${percent} · ${summary.rows} 行 / rows${rejected} `);
    },
    end() {
      if (watched && last > 0) process.stderr.write("\n");
    },
  };
}
