import { appendTo } from "../append.ts";
import { type Bench, count, ms, type Row, times } from "../figure.ts";

const SHARE_OF_RAW = 0.5;

/** 64 submitters of one institution, each waiting for its own act before it hands in the next. */
export async function figure(bench: Bench): Promise<Row[]> {
  const one = await appendTo(bench, 1);
  const ratio = one.perSecond / one.rawPerSecond;
  return [
    {
      figure: "append-one",
      what: `${count(one.acts)} acts one by one, 64 submitters, 1 institution`,
      measured: `${count(one.perSecond)} acts/s`,
      limit: `${count(one.rawPerSecond)} acts/s raw insert of their rows, 1 connection`,
      target: `${SHARE_OF_RAW} × raw (${times(ratio)})`,
      met: ratio >= SHARE_OF_RAW,
      notes: [
        `${one.batch.toFixed(1)} acts in a group commit; p50 ${ms(one.p50Ms)}, p99 ${ms(one.p99Ms)}; ` +
          `${one.rowsOfAnAct.toFixed(1)} rows of an act are written by both: entry, request, openings, state, certificate and its number, participation`,
        `an act: ${one.use}`,
      ],
    },
  ];
}
