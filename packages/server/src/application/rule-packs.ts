import type { Pack } from "@suzheng/rules";

export type PublishedPack = {
  pack: Pack;
  /** SHA-256 over the pack file, hex: what the published text is. */
  contentHash: string;
};
