import { appendTo } from "../append.ts";
import { type Bench, count, ms, type Row, times } from "../figure.ts";

const SHARE_OF_RAW = 0.5;
const INSTITUTIONS = 8;

/** The same acts and submitters over eight logs, which do not wait for one another. */
export async function figure(bench: Bench): Promise<Row[]> {
  const one = await appendTo(bench, 1);
  const eight = await appendTo(bench, INSTITUTIONS);
  const ratio = eight.perSecond / eight.rawPerSecond;
  const gain = eight.perSecond / one.perSecond;
  const what = `${count(eight.acts)} acts one by one, 64 submitters, 8 institutions`;
  const measured = `${count(eight.perSecond)} acts/s`;
  return [
    {
      figure: "append-eight",
      what,
      measured,
      limit: `${count(eight.rawPerSecond)} acts/s raw insert of their rows, 8 connections`,
      target: `${SHARE_OF_RAW} × raw (${times(ratio)})`,
      met: ratio >= SHARE_OF_RAW,
      notes: [
        `${eight.batch.toFixed(1)} acts in a group commit; p50 ${ms(eight.p50Ms)}, p99 ${ms(eight.p99Ms)}`,
        `an act: ${eight.use}`,
      ],
    },
    {
      figure: "append-eight",
      what: "the same against one institution",
      measured,
      limit: `${count(one.perSecond)} acts/s over one institution`,
      target: `faster (${times(gain)})`,
      met: gain > 1,
      notes: [],
    },
  ];
}
