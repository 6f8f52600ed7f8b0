import { readFileSync } from "node:fs";
import { z } from "zod";
import { CodedError } from "../application/coded-error.ts";
import type { KnownWitness } from "../application/ledger/witnesses.ts";

export type WitnessPolicy = { witnesses: KnownWitness[]; quorum: number };

const Policy = z
  .strictObject({
    witnesses: z.array(
      z.strictObject({ name: z.string().min(1), vkey: z.string().min(1), url: z.url() }),
    ),
    /** How many must have cosigned for a proof to pass; goes into /trust.json. */
    quorum: z.number().int().min(0),
  })
  .refine(({ witnesses, quorum }) => quorum <= witnesses.length, "the quorum can be reached");

/** The operator's list of witnesses; no file means none. */
export function readWitnessFile(file: string): WitnessPolicy {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return { witnesses: [], quorum: 0 };
    }
    throw error;
  }
  try {
    return Policy.parse(JSON.parse(text));
  } catch (cause) {
    throw new CodedError(
      "witness-file-malformed",
      {
        detail: { zh: `见证方名单 \`${file}\` 的格式不对。`, en: `\`${file}\` is not well formed` },
        wayOut: {
          zh: "按 docs/operating/witnesses.md 的样例修改后重新启动。",
          en: "Mend it after the example in docs/operating/witnesses.md and start again.",
        },
      },
      { cause },
    );
  }
}
