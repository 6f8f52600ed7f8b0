import type { Pack, RuleSources } from "@suzheng/rules";

export type PublishedPack = {
  pack: Pack;
  /** What its sources stand for, as far as it is listed. */
  sources: RuleSources;
  /** SHA-256 over the pack file, hex: what the published text is. */
  contentHash: string;
};
